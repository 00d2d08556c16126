package court.platform.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import court.platform.files.FileSteps;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.model.Digests;
import court.platform.note.Checkpoint;
import court.platform.note.Leaf;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import court.platform.note.TlogProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/** A small sealed package with one fact and two files, each with its proof. */
final class SampleBag {

    static final NoteSigner SEAL = signer("example.court/seal");
    static final NoteSigner LOG = signer("example.court/ledger");
    static final String PACKAGE = "01930000-0000-7000-8000-000000000009";

    private static final Map<String, byte[]> PROVEN = Map.of(
            "facts/filing/000001-f1.json", "{\"id\":\"f1\"}".getBytes(UTF_8),
            "files/a.pdf", "same name, one".getBytes(UTF_8),
            "files/b.pdf", "same name, two".repeat(300).getBytes(UTF_8));

    private SampleBag() {}

    static Path write(Path file) {
        Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
        Map<Position, Hash> nodes = new HashMap<>();
        Map<String, Leaf> leaves = new java.util.TreeMap<>();
        PROVEN.keySet().stream().sorted().forEach(path -> {
            Leaf leaf = new Leaf("AAECAwQFBgcICQoLDA0ODw", digests(PROVEN.get(path)));
            leaves.put(path, leaf);
            for (Node node : frontier.append(leaf.hash())) {
                nodes.put(node.position(), node.hash());
            }
        });
        Tree tree = new Tree(frontier.size(), nodes::get);
        String note = SignedNote.sign(new Checkpoint(LOG.key().name(), tree.head()).text(), LOG)
                .encoded();
        try (BagWriter bag = new BagWriter(file, "2026-0117-1-0", new FileSteps())) {
            long index = 0;
            for (Map.Entry<String, Leaf> leaf : leaves.entrySet()) {
                String path = leaf.getKey();
                bag.add(path, out -> out.write(PROVEN.get(path)));
                String proof = TlogProof.of(leaf.getValue(), index, tree.inclusion(index), note)
                        .text();
                bag.add(proofOf(path), out -> out.write(proof.getBytes(UTF_8)));
                index++;
            }
            bag.add("proofs/checkpoint", out -> out.write(note.getBytes(UTF_8)));
            bag.add("empty", out -> {});
            bag.seal(PACKAGE, Map.of("Source-Organization", "沪0117"), SEAL);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String proofOf(String path) {
        return switch (path) {
            case "files/a.pdf" -> "proofs/files/a.tlog-proof";
            case "files/b.pdf" -> "proofs/files/b.tlog-proof";
            default -> "proofs/facts/f1.tlog-proof";
        };
    }

    static Digests digests(byte[] bytes) {
        Fingerprints prints = RunningFingerprints.of(bytes);
        return new Digests(prints.sha256(), prints.sm3());
    }

    static NoteSigner signer(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
