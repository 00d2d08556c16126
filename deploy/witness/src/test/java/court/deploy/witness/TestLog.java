package court.deploy.witness;

import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.CosigningRequest;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log of its own, honest or not. */
final class TestLog {

    static final String ORIGIN = "example.com/log";

    private final Map<Position, Hash> nodes = new HashMap<>();
    private final Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
    private final NoteSigner signer;

    TestLog(NoteSigner signer) {
        this.signer = signer;
    }

    static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static NoteSigner signer(String name) {
        KeyPair pair = pair();
        return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
    }

    TestLog grow(String... leaves) {
        for (String leaf : leaves) {
            frontier.append(Hash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8)))
                    .forEach(it -> nodes.put(it.position(), it.hash()));
        }
        return this;
    }

    TreeHead head() {
        return frontier.head();
    }

    String note() {
        return SignedNote.sign(new Checkpoint(ORIGIN, head()).text(), signer).encoded();
    }

    /** Asks honestly. */
    byte[] request(long old) {
        return request(old, old == 0 ? List.of() : new Tree(head().size(), nodes::get).consistency(old));
    }

    byte[] request(long old, List<Hash> proof) {
        return new CosigningRequest(old, proof, note()).text().getBytes(StandardCharsets.UTF_8);
    }
}
