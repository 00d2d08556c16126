package court.deploy.witness;

import court.deploy.witness.Witness.Answer;
import court.platform.files.FileSteps;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A witness of one log that can be stopped and started on the same folder. */
final class TestWitness implements Closeable {

    /** What its clock always says. */
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final Path folder;
    private final NoteKey log;
    private final NoteKey key;
    private final NoteSigner own;
    private Memory memory;
    private Witness witness;

    TestWitness(Path folder, NoteKey log) throws IOException {
        KeyPair pair = TestLog.pair();
        this.folder = folder;
        this.log = log;
        this.key = NoteKey.ofWitness("example.com/w", pair.getPublic());
        this.own = NoteSigner.witness(key, pair.getPrivate(), Clock.fixed(NOON, ZoneOffset.UTC));
        start(new FileSteps());
    }

    private void start(FileSteps steps) throws IOException {
        memory = Memory.open(folder, steps, key);
        witness = new Witness(new Logs(Map.of(TestLog.ORIGIN, List.of(log))), memory, own);
    }

    void restart(FileSteps steps) throws IOException {
        close();
        start(steps);
    }

    Answer ask(TestLog of, long old) throws IOException {
        return add(of.request(old));
    }

    Answer add(byte[] request) throws IOException {
        return witness.add(request);
    }

    Answer restored(byte[] note) throws IOException {
        return witness.restored(note);
    }

    TreeHead accept(byte[] note) throws IOException {
        return witness.accept(note);
    }

    Memory memory() {
        return memory;
    }

    NoteKey key() {
        return key;
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }
}
