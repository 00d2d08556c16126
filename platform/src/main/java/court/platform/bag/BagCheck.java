package court.platform.bag;

import court.platform.bag.BagFlaw.Kind;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a package is exactly what was sealed. Needs the package and the public half of the seal's key, nothing else;
 * names every file that is not as it was, and trusts a list of digests only after its own digest held.
 */
public final class BagCheck {

    static final String SEAL = "seal";
    static final String SEALED = "tagmanifest-sha256.txt";

    private static final String DECLARATION = "bagit.txt";
    private static final String INFO = "bag-info.txt";

    private final Bag bag;
    private final List<BagFlaw> flaws;
    private final Set<String> damaged = new HashSet<>();

    private BagCheck(Bag bag) {
        this.bag = bag;
        this.flaws = new ArrayList<>(bag.flaws());
    }

    /** Opens, checks, closes. */
    public static BagReport check(Path zip, NoteKey seal) throws IOException {
        try (Bag bag = Bag.open(zip)) {
            return check(bag, seal);
        }
    }

    public static BagReport check(Bag bag, NoteKey seal) throws IOException {
        BagCheck check = new BagCheck(bag);
        String packageId = check.seal(seal);
        check.tags();
        check.payload();
        check.declarations(packageId);
        return new BagReport(
                packageId,
                check.flaws.stream()
                        .distinct()
                        .sorted(Comparator.comparing(BagFlaw::file))
                        .toList());
    }

    private String seal(NoteKey key) throws IOException {
        if (!bag.has(SEAL) || !bag.has(SEALED)) {
            flaw(SEAL, Kind.SEAL, "no seal, or nothing that it could be about");
            return "";
        }
        try {
            Seal seal = Seal.open(bag.text(SEAL), key);
            if (!seal.digest().equals(sha256(SEALED))) {
                flaw(SEALED, Kind.SEAL, "its digest is not the one that was sealed");
            }
            return seal.packageId();
        } catch (NoteRejected rejected) {
            flaw(SEAL, Kind.SEAL, String.valueOf(rejected.getMessage()));
            return "";
        }
    }

    /** RFC 8493 §2.2.1: the lists of the tag files; each must be there and say the same. */
    private void tags() throws IOException {
        SortedMap<String, Fingerprints> listed = new TreeMap<>(bag.prints());
        listed.keySet().removeIf(it -> it.startsWith(Manifests.PAYLOAD));
        listed.keySet().removeAll(Manifests.TAG_MANIFESTS);
        listed.remove(SEAL);
        for (String manifest : Manifests.TAG_MANIFESTS) {
            compare(manifest, listed);
        }
        for (String wanted : required()) {
            if (!bag.has(wanted)) {
                flaw(wanted, Kind.MISSING, "a bag needs it");
            }
        }
        flaws.stream().map(BagFlaw::file).forEach(damaged::add);
    }

    private static List<String> required() {
        List<String> all = new ArrayList<>(List.of(DECLARATION, INFO));
        all.addAll(Manifests.PAYLOAD_MANIFESTS);
        all.addAll(Manifests.TAG_MANIFESTS);
        return all;
    }

    /** RFC 8493 §2.1.3, §3: every payload file in every list and the other way about. */
    private void payload() throws IOException {
        SortedMap<String, Fingerprints> listed = new TreeMap<>(bag.prints());
        listed.keySet().removeIf(it -> !it.startsWith(Manifests.PAYLOAD));
        for (String manifest : Manifests.PAYLOAD_MANIFESTS) {
            if (!damaged.contains(manifest)) {
                compare(manifest, listed);
            }
        }
    }

    private void compare(String manifest, SortedMap<String, Fingerprints> files) throws IOException {
        if (!bag.has(manifest)) {
            flaw(manifest, Kind.MISSING, "the list is missing");
            return;
        }
        try {
            SortedMap<String, String> said = Manifests.read(bag.text(manifest));
            Function<Fingerprints, String> digest = Manifests.digest(manifest);
            files.forEach((path, prints) -> compare(manifest, path, said.get(path), digest.apply(prints)));
            said.keySet().stream()
                    .filter(it -> !files.containsKey(it))
                    .forEach(it -> flaw(it, Kind.MISSING, "listed in " + manifest));
        } catch (IllegalArgumentException unreadable) {
            flaw(manifest, Kind.TAGS, "cannot be read: " + unreadable.getMessage());
        }
    }

    private void compare(String manifest, String path, @Nullable String said, String found) {
        if (said == null) {
            flaw(path, Kind.EXTRA, "not listed in " + manifest);
        } else if (!said.equals(found)) {
            flaw(path, Kind.DIGEST, "not as listed in " + manifest);
        }
    }

    private void declarations(String packageId) throws IOException {
        if (bag.has(DECLARATION)
                && !Arrays.equals(bag.text(DECLARATION), Manifests.DECLARATION.getBytes(StandardCharsets.UTF_8))) {
            flaw(DECLARATION, Kind.TAGS, "not a bag of version 1.0");
        }
        if (bag.has(INFO)) {
            List<String> info =
                    new String(bag.text(INFO), StandardCharsets.UTF_8).lines().toList();
            if (!info.contains("Payload-Oxum: " + BagWriter.oxum(payloadPrints()))) {
                flaw(INFO, Kind.TAGS, "count or size of the files is another");
            }
            if (!packageId.isEmpty() && !info.contains("External-Identifier: " + packageId)) {
                flaw(INFO, Kind.TAGS, "the seal is of another package");
            }
        }
    }

    private SortedMap<String, Fingerprints> payloadPrints() {
        SortedMap<String, Fingerprints> all = new TreeMap<>(bag.prints());
        all.keySet().removeIf(it -> !it.startsWith(Manifests.PAYLOAD));
        return all;
    }

    private String sha256(String path) {
        Map<String, Fingerprints> prints = bag.prints();
        Fingerprints found = prints.get(path);
        return found == null ? "" : found.sha256();
    }

    private void flaw(String file, Kind kind, String reason) {
        flaws.add(new BagFlaw(file, kind, reason));
    }
}
