package court.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.merkle.TreeHead;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of c2sp.org/tlog-checkpoint. */
    private static final String EXAMPLE = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    @Test
    void thePublishedExampleIsReadAndWrittenBack() {
        Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.head().size()).isEqualTo(20852163);
        assertThat(checkpoint.head().root().base64()).isEqualTo(ROOT);
        assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
    }

    @Test
    void anEmptyTreeHasACheckpointToo() {
        Checkpoint empty = new Checkpoint("log", TreeHead.EMPTY);

        assertThat(empty.text()).isEqualTo("log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(empty.text())).isEqualTo(empty);
    }

    @Test
    void furtherLinesAreAllowed() {
        assertThat(Checkpoint.parse(EXAMPLE + "more\n")).isEqualTo(Checkpoint.parse(EXAMPLE));
    }

    @Test
    void anotherSizeUnderTheSameSignatureIsRejected() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of("example.com/behind-the-sofa", pair.getPublic());
        String note =
                SignedNote.sign(EXAMPLE, new NoteSigner(key, pair.getPrivate())).encoded();
        String forged = note.replace("20852163", "20852164");

        assertThat(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).open(List.of(key)))
                .isEqualTo(EXAMPLE);
        assertThatThrownBy(() -> SignedNote.parse(forged.getBytes(StandardCharsets.UTF_8))
                        .open(List.of(key)))
                .isInstanceOf(NoteRejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n1\n",
                "log\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "log\n01\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n1 \n" + ROOT + "\n",
                "log\n18446744073709551616\n" + ROOT + "\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "log\n1\nCsUY\n",
                "log\n1\n" + ROOT + "\n\n"
            })
    void whatIsNotExactlyACheckpointIsRejected(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteRejected.class);
    }
}
