package court.deploy.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import court.platform.bag.BagWriter;
import court.platform.files.FileSteps;
import court.platform.json.CanonicalJson;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.model.Digests;
import court.platform.note.Checkpoint;
import court.platform.note.Leaf;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import court.platform.note.TlogProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A small sealed package as the archive makes them; a test may spoil its description before it is sealed. */
final class SamplePackage {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOURCE = "filing";

    private final Sender sender;
    private final UUID caseId;
    private final UUID packageId;
    private final int number;
    private final long from;
    private final long to;
    private Consumer<ObjectNode> spoilt = index -> {};
    private Consumer<ObjectNode> spoiltFact = fact -> {};
    private NoteSigner ledger;
    private NoteSigner seal;

    SamplePackage(Sender sender, UUID caseId, int number, long from, long to) {
        this.sender = sender;
        this.caseId = caseId;
        this.packageId = UUID.nameUUIDFromBytes((caseId + "-" + number).getBytes(UTF_8));
        this.number = number;
        this.from = from;
        this.to = to;
        this.ledger = sender.ledger;
        this.seal = sender.seal;
    }

    SamplePackage spoil(Consumer<ObjectNode> change) {
        spoilt = change;
        return this;
    }

    SamplePackage spoilFact(Consumer<ObjectNode> change) {
        spoiltFact = change;
        return this;
    }

    SamplePackage onLedger(NoteSigner other) {
        ledger = other;
        return this;
    }

    SamplePackage sealedBy(NoteSigner other) {
        seal = other;
        return this;
    }

    UUID caseId() {
        return caseId;
    }

    UUID packageId() {
        return packageId;
    }

    String name() {
        return number + "-" + packageId;
    }

    byte[] bytes() {
        try {
            Path file = Files.createTempDirectory(sender.folder, "pack").resolve("package.zip");
            try (BagWriter bag = new BagWriter(file, "2026-0117-" + number, new FileSteps())) {
                write(bag);
                bag.seal(packageId.toString(), Map.of("Source-Organization", Sender.COURT), seal);
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(BagWriter bag) throws IOException {
        byte[] original = ("%PDF original of " + packageId).repeat(40).getBytes(UTF_8);
        Map<String, byte[]> proven = new LinkedHashMap<>();
        ObjectNode index = JSON.createObjectNode();
        index.put("packageId", packageId.toString()).put("number", number).put("caseId", caseId.toString());
        index.put("caseNumber", "（2026）沪0117执1号").put("court", Sender.COURT);
        index.putArray("cut").addObject().put("source", SOURCE).put("sequence", to);
        ArrayNode entries = index.putArray("entries");
        index.putArray("skipped");
        for (long sequence = from; sequence <= to; sequence++) {
            fact(sequence, original, entries.addObject(), proven);
        }
        proven.put("files/f" + number + ".pdf", original);
        spoilt.accept(index);
        for (Map.Entry<String, byte[]> file : proven.entrySet()) {
            bag.add(file.getKey(), out -> out.write(file.getValue()));
        }
        bag.add("volume/main.pdf", out -> out.write("%PDF volume".getBytes(UTF_8)));
        Log log = new Log(ledger, proven.values().stream().toList());
        int at = 0;
        for (String path : proven.keySet()) {
            byte[] proof = log.proof(at++).getBytes(UTF_8);
            bag.add(proofOf(path), out -> out.write(proof));
        }
        bag.add("proofs/checkpoint", out -> out.write(log.checkpoint().getBytes(UTF_8)));
        bag.add("package.json", out -> out.write(CanonicalJson.of(index).getBytes(UTF_8)));
    }

    /** The first fact of a package carries its file. */
    private void fact(long sequence, byte[] original, ObjectNode entry, Map<String, byte[]> proven) {
        UUID id = UUID.nameUUIDFromBytes((packageId + "/" + sequence).getBytes(UTF_8));
        ObjectNode fact = JSON.createObjectNode();
        fact.put("id", id.toString()).put("caseId", caseId.toString()).put("source", SOURCE);
        fact.put("sequence", sequence)
                .put("type", "MessagePosted")
                .put("kind", "ACT")
                .put("time", "2026-11-22T10:00:00Z");
        ArrayNode carried = fact.putArray("files");
        String path = "facts/filing/%06d-%s.json".formatted(sequence, id);
        entry.put("factId", id.toString())
                .put("source", SOURCE)
                .put("sequence", sequence)
                .put("type", "MessagePosted");
        entry.put("time", "2026-11-22T10:00:00Z").put("title", "发言").put("path", "data/" + path);
        ArrayNode files = entry.putArray("files");
        if (sequence == from) {
            describe(carried.addObject(), original);
            describe(files.addObject(), original).put("path", "data/files/f" + number + ".pdf");
        }
        spoiltFact.accept(fact);
        proven.put(path, CanonicalJson.of(fact).getBytes(UTF_8));
    }

    private ObjectNode describe(ObjectNode file, byte[] original) {
        Fingerprint print = Fingerprint.of(original);
        return file.put("id", "f" + number)
                .put("mediaType", "application/pdf")
                .put("size", original.length)
                .put("sha256", print.sha256())
                .put("sm3", print.sm3());
    }

    private static String proofOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        return path.startsWith("facts/")
                ? "proofs/facts/" + name.substring(7) + ".tlog-proof"
                : "proofs/files/" + name + ".tlog-proof";
    }

    /** The proof of a whole package. */
    static String proof(Fingerprint print, NoteSigner ledger) {
        return new Log(ledger, List.of(new Digests(print.sha256(), print.sm3())), true).proof(0);
    }

    /** A log with just these things on it. */
    private static final class Log {

        private final List<Leaf> leaves = new ArrayList<>();
        private final Map<Position, Hash> nodes = new HashMap<>();
        private final String note;

        Log(NoteSigner signer, List<byte[]> things) {
            this(
                    signer,
                    things.stream()
                            .map(Fingerprint::of)
                            .map(it -> new Digests(it.sha256(), it.sm3()))
                            .toList(),
                    true);
        }

        Log(NoteSigner signer, List<Digests> digests, boolean known) {
            Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
            for (Digests one : digests) {
                Leaf leaf = new Leaf("AAECAwQFBgcICQoLDA0ODw", one);
                leaves.add(leaf);
                for (Node node : frontier.append(leaf.hash())) {
                    nodes.put(node.position(), node.hash());
                }
            }
            note = SignedNote.sign(new Checkpoint(signer.key().name(), frontier.head()).text(), signer)
                    .encoded();
        }

        String checkpoint() {
            return note;
        }

        String proof(int index) {
            Tree tree = new Tree(leaves.size(), nodes::get);
            return TlogProof.of(leaves.get(index), index, tree.inclusion(index), note)
                    .text();
        }
    }
}
