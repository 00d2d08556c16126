package court.deploy.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.witness.Witness.Answer;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.Restoration;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was restored from a backup says so; what its witness does then. */
class RestorationsTest {

    @TempDir
    private Path folder;

    private final NoteSigner logKey = TestLog.signer(TestLog.ORIGIN);
    private final TestLog log = new TestLog(logKey);
    private TestWitness witness;

    @BeforeEach
    void start() throws IOException {
        witness = new TestWitness(folder, logKey.key());
    }

    @AfterEach
    void stop() throws IOException {
        witness.close();
    }

    private byte[] restoration(TreeHead from, TreeHead to, NoteSigner by) {
        String text = new Restoration(TestLog.ORIGIN, UUID.randomUUID(), from, to, "disk lost").text();
        return SignedNote.sign(text, by).encoded().getBytes(UTF_8);
    }

    @Test
    void aRestorationThatLostNothingIsPutOnRecordOnce() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);
        byte[] told = restoration(new TestLog(logKey).grow("a").head(), log.head(), logKey);

        assertThat(witness.restored(told)).isEqualTo(Answer.of(200, "noted"));
        assertThat(witness.restored(told).status()).isEqualTo(200);

        assertThat(witness.memory().noted(TestLog.ORIGIN)).isEqualTo(new String(told, UTF_8) + "\n");
        assertThat(witness.ask(log.grow("d"), 3).status()).isEqualTo(200);
    }

    /** Lost is what a witness has seen: only whoever runs it can let the log go on from less. */
    @Test
    void aRestorationThatLostWhatWasSeenIsRefusedUntilItIsAccepted() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);
        TestLog restored = new TestLog(logKey).grow("a", "b");
        byte[] told = restoration(restored.head(), restored.head(), logKey);

        assertThat(witness.restored(told)).isEqualTo(new Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(witness.memory().noted(TestLog.ORIGIN)).isEmpty();
        assertThat(witness.ask(restored, 2).status()).isEqualTo(409);

        assertThat(witness.accept(told)).isEqualTo(restored.head());

        assertThat(witness.memory().noted(TestLog.ORIGIN)).startsWith("accepted, last seen 3\n");
        assertThat(witness.ask(restored.grow("X"), 2).status()).isEqualTo(200);
        assertThat(witness.ask(log, 3).status()).isNotEqualTo(200);
    }

    @Test
    void aRestorationThatTheLogDidNotSignIsNeitherNotedNorAccepted() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);
        TreeHead less = new TestLog(logKey).grow("a").head();
        byte[] foreign = restoration(less, log.head(), TestLog.signer(TestLog.ORIGIN));

        assertThat(witness.restored(foreign).status()).isEqualTo(403);
        assertThat(witness.restored(new byte[] {(byte) 0xff, 0}).status()).isEqualTo(403);
        assertThat(witness.restored(log.note().getBytes(UTF_8)).status()).isEqualTo(403);
        assertThatThrownBy(() -> witness.accept(foreign)).isInstanceOf(NoteRejected.class);
        assertThat(witness.memory().noted(TestLog.ORIGIN)).isEmpty();
        assertThat(witness.memory().last(TestLog.ORIGIN)).isEqualTo(log.head());
    }
}
