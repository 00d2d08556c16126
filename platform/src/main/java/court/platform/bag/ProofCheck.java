package court.platform.bag;

import court.platform.bag.BagFlaw.Kind;
import court.platform.model.Digests;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether every fact and every file of a package is on the ledger, by the proofs that lie beside them: for
 * {@code data/facts/…-<id>.json} and {@code data/files/<id>.…} the proof {@code data/proofs/facts/<id>.tlog-proof} or
 * {@code data/proofs/files/<id>.tlog-proof}, all under the one checkpoint {@code data/proofs/checkpoint}.
 */
public final class ProofCheck {

    private static final String CHECKPOINT = "data/proofs/checkpoint";
    private static final Pattern FACT = Pattern.compile("data/facts/[^/]+/[0-9]+-([^/.]+)\\.json");
    private static final Pattern FILE = Pattern.compile("data/files/([^/.]+)(?:\\.[^/]*)?");

    private final Bag bag;
    private final NoteKey log;
    private final List<BagFlaw> flaws = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    private ProofCheck(Bag bag, NoteKey log) {
        this.bag = bag;
        this.log = log;
    }

    /** Opens, checks, closes. */
    public static List<BagFlaw> check(Path zip, NoteKey log) throws IOException {
        try (Bag bag = Bag.open(zip)) {
            return check(bag, log);
        }
    }

    public static List<BagFlaw> check(Bag bag, NoteKey log) throws IOException {
        ProofCheck check = new ProofCheck(bag, log);
        check.all();
        return check.flaws;
    }

    private void all() throws IOException {
        if (!bag.has(CHECKPOINT)) {
            flaws.add(new BagFlaw(CHECKPOINT, Kind.PROOF, "no checkpoint"));
            return;
        }
        String checkpoint = new String(bag.text(CHECKPOINT), StandardCharsets.UTF_8);
        for (Map.Entry<String, Fingerprints> file : bag.prints().entrySet()) {
            Matcher fact = FACT.matcher(file.getKey());
            Matcher original = FILE.matcher(file.getKey());
            if (fact.matches()) {
                prove("data/proofs/facts/" + fact.group(1) + ".tlog-proof", file.getValue(), checkpoint);
            } else if (original.matches()) {
                prove("data/proofs/files/" + original.group(1) + ".tlog-proof", file.getValue(), checkpoint);
            }
        }
        bag.prints().keySet().stream()
                .filter(it -> it.startsWith("data/proofs/") && !it.equals(CHECKPOINT) && !used.contains(it))
                .forEach(it -> flaws.add(new BagFlaw(it, Kind.PROOF, "proves nothing that is here")));
    }

    private void prove(String proof, Fingerprints prints, String checkpoint) throws IOException {
        if (!bag.has(proof) || !used.add(proof)) {
            flaws.add(new BagFlaw(proof, Kind.PROOF, "no proof of its own"));
            return;
        }
        try {
            TlogProof read = TlogProof.parse(bag.text(proof));
            read.requireProves(new Digests(prints.sha256(), prints.sm3()), log);
            if (!read.checkpoint().equals(checkpoint)) {
                flaws.add(new BagFlaw(proof, Kind.PROOF, "under another checkpoint"));
            }
        } catch (NoteRejected rejected) {
            flaws.add(new BagFlaw(proof, Kind.PROOF, String.valueOf(rejected.getMessage())));
        }
    }
}
