package court.platform.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.model.Digests;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {

    private static final Digests DIGESTS = new Digests("ab".repeat(32), "cd".repeat(32));
    private static final Leaf LEAF = new Leaf("AAECAwQFBgcICQoLDA0ODw", DIGESTS);
    private static final int SIZE = 11;
    private static final int PLACE = 6;

    private final NoteSigner log = signer("example.com/log");
    private final Tree tree = tree();
    private final TlogProof proof = TlogProof.of(LEAF, PLACE, tree.inclusion(PLACE), note(log));

    @Test
    void aProofLeadsFromTheLeafToWhatTheLogSigned() {
        TlogProof read = TlogProof.parse(proof.text().getBytes(UTF_8));

        assertThat(read.text()).isEqualTo(proof.text());
        assertThat(read.index()).isEqualTo(PLACE);
        assertThat(read.extra()).isEqualTo(LEAF.bytes());
        assertThat(read.requireProves(DIGESTS, log.key()).head()).isEqualTo(tree.head());
    }

    @Test
    void theTextIsThatOfThePublicFormat() {
        List<String> lines = proof.text().lines().toList();

        assertThat(lines.subList(0, 3))
                .containsExactly(
                        "c2sp.org/tlog-proof@v1",
                        "extra eyJpZCI6IkFBRUNBd1FGQmdjSUNRb0xEQTBPRHciLCJzaGEyNTYiOiJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFi"
                                + "YWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiIiwic20zIjoiY2RjZGNkY2RjZGNkY2RjZGNkY2RjZGNkY2Rj"
                                + "ZGNkY2RjZGNkY2RjZGNkY2RjZGNkY2RjZGNkY2RjZGNkY2RjZCIsInYiOjF9",
                        "index 6");
        assertThat(lines.get(7)).isEmpty();
        assertThat(lines.subList(8, 10)).containsExactly("example.com/log", "11");
    }

    @Test
    void oneChangedBitInAnyByteIsRejected() {
        byte[] good = proof.text().getBytes(UTF_8);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);

            assertThatThrownBy(() -> TlogProof.parse(bad).requireProves(DIGESTS, log.key()))
                    .as("byte %d", i)
                    .isInstanceOf(NoteRejected.class);
        }
    }

    @Test
    void anotherPlaceIsRejected() {
        for (long place = 0; place < SIZE + 2; place++) {
            if (place != PLACE) {
                TlogProof moved = TlogProof.of(LEAF, place, tree.inclusion(PLACE), note(log));

                assertThatThrownBy(() -> moved.requireProves(DIGESTS, log.key()))
                        .hasMessage(
                                place < SIZE
                                        ? "the leaf is not in the signed tree"
                                        : "the index is beyond the signed tree");
            }
        }
    }

    @Test
    void hashesTooManyOrTooFewAreRejected() {
        List<Hash> path = new ArrayList<>(tree.inclusion(PLACE));
        path.addFirst(path.getFirst());
        TlogProof longer = TlogProof.of(LEAF, PLACE, path, note(log));
        TlogProof shorter = TlogProof.of(LEAF, PLACE, tree.inclusion(PLACE).subList(1, 3), note(log));

        assertThatThrownBy(() -> longer.requireProves(DIGESTS, log.key())).isInstanceOf(NoteRejected.class);
        assertThatThrownBy(() -> shorter.requireProves(DIGESTS, log.key())).isInstanceOf(NoteRejected.class);
    }

    @Test
    void anotherKeyOrAnotherLogIsRejected() {
        NoteSigner stranger = signer("example.com/log");
        NoteSigner otherLog = signer("example.com/other");
        TlogProof other = TlogProof.of(LEAF, PLACE, tree.inclusion(PLACE), note(otherLog));
        TlogProof posing = TlogProof.of(
                LEAF,
                PLACE,
                tree.inclusion(PLACE),
                SignedNote.sign(new Checkpoint("example.com/log", tree.head()).text(), otherLog)
                        .encoded());

        assertThatThrownBy(() -> proof.requireProves(DIGESTS, stranger.key())).hasMessage("signed by nobody we trust");
        assertThatThrownBy(() -> other.requireProves(DIGESTS, log.key())).hasMessage("signed by nobody we trust");
        assertThatThrownBy(() -> posing.requireProves(DIGESTS, otherLog.key())).hasMessage("of another log");
    }

    @Test
    void otherBytesAreNotProven() {
        Digests others = new Digests("ab".repeat(32), "ce".repeat(32));

        assertThatThrownBy(() -> proof.requireProves(others, log.key())).hasMessage("the leaf is about other bytes");
        assertThatThrownBy(() -> proof.verify("other".getBytes(UTF_8), log.key()))
                .hasMessage("the leaf is not in the signed tree");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "c2sp.org/tlog-proof@v1\n\nnote",
                "c2sp.org/tlog-proof@v1\nindex 1\n\nnote",
                "c2sp.org/tlog-proof@v2\nextra AA==\nindex 1\n\nnote",
                "c2sp.org/tlog-proof@v1\nextra AA=\nindex 1\n\nnote",
                "c2sp.org/tlog-proof@v1\nextra AA==\nindex 01\n\nnote",
                "c2sp.org/tlog-proof@v1\nextra AA==\nindex -1\n\nnote",
                "c2sp.org/tlog-proof@v1\nextra AA==\nindex 1\nAA==\n\nnote"
            })
    void whatIsNoProofIsNotRead(String text) {
        assertThatThrownBy(() -> TlogProof.parse(text.getBytes(UTF_8))).isInstanceOf(NoteRejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sha256\":\"\"}",
                "{\"id\":\"short\",\"sha256\":\"ab\",\"sm3\":\"cd\",\"v\":1}",
                "{\"id\":\"AAECAwQFBgcICQoLDA0ODw\", \"sha256\":\"\",\"sm3\":\"\",\"v\":1}"
            })
    void whatIsNoLeafProvesNothing(String text) {
        assertThatThrownBy(() -> Leaf.parse(text.getBytes(UTF_8))).isInstanceOf(NoteRejected.class);
    }

    private String note(NoteSigner signer) {
        return SignedNote.sign(new Checkpoint(signer.key().name(), tree.head()).text(), signer)
                .encoded();
    }

    private static Tree tree() {
        Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
        Map<Position, Hash> nodes = new HashMap<>();
        for (int i = 0; i < SIZE; i++) {
            Hash leaf = i == PLACE ? LEAF.hash() : Hash.ofLeaf(new byte[] {(byte) i});
            for (Node node : frontier.append(leaf)) {
                nodes.put(node.position(), node.hash());
            }
        }
        return new Tree(SIZE, nodes::get);
    }

    private static NoteSigner signer(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
