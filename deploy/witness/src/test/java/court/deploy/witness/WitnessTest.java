package court.deploy.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.witness.Witness.Answer;
import court.platform.files.FileSteps;
import court.platform.merkle.Hash;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.Restoration;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @TempDir
    private Path folder;

    private final KeyPair pair = TestLog.pair();
    private final NoteKey key = NoteKey.ofWitness("example.com/w", pair.getPublic());
    private final NoteSigner own = NoteSigner.witness(key, pair.getPrivate(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final NoteSigner logKey = TestLog.signer(TestLog.ORIGIN);
    private final TestLog log = new TestLog(logKey);

    private Memory memory;
    private Witness witness;

    @BeforeEach
    void start() throws IOException {
        start(new FileSteps());
    }

    private void start(FileSteps steps) throws IOException {
        memory = Memory.open(folder, steps, key);
        witness = new Witness(new Logs(Map.of(TestLog.ORIGIN, List.of(logKey.key()))), memory, own);
    }

    @AfterEach
    void stop() throws IOException {
        memory.close();
    }

    private Answer ask(TestLog of, long old) throws IOException {
        return witness.add(of.request(old));
    }

    @Test
    void aTreeThatGrowsIsCosignedEachTime() throws IOException {
        long last = 0;
        for (String leaf : List.of("a", "b", "c", "d", "e")) {
            Answer answer = ask(log.grow(leaf), last);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(SignedNote.parse((log.note() + answer.body()).getBytes(UTF_8))
                            .cosignedAt(key))
                    .contains(NOON);
            last = log.head().size();
        }
        assertThat(ask(log, 5).status()).isEqualTo(200);
    }

    @Test
    void whoDoesNotKnowWhatWasSeenLastIsTold() throws IOException {
        ask(log.grow("a", "b", "c"), 0);

        assertThat(ask(log.grow("d"), 0)).isEqualTo(new Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(ask(log, 2)).isEqualTo(new Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(ask(log, 3).status()).isEqualTo(200);
    }

    @Test
    void aSmallerTreeIsNotCosigned() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        TestLog rolledBack = new TestLog(logKey).grow("a", "b");

        assertThat(ask(rolledBack, 2).status()).isEqualTo(409);
        assertThat(ask(rolledBack, 0).status()).isEqualTo(409);
        assertThat(witness.add(rolledBack.request(3, List.of())).status()).isEqualTo(400);
        assertThat(memory.last(TestLog.ORIGIN)).isEqualTo(log.head());
    }

    @Test
    void aForkedTreeIsNotCosigned() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        TestLog sameSize = new TestLog(logKey).grow("a", "b", "X");
        TestLog larger = new TestLog(logKey).grow("a", "b", "X", "d", "e");

        assertThat(ask(sameSize, 3).status()).isEqualTo(409);
        assertThat(ask(larger, 3).status()).isEqualTo(422);
        assertThat(memory.last(TestLog.ORIGIN)).isEqualTo(log.head());
    }

    @Test
    void aProofThatDoesNotFitIsRefused() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        log.grow("d", "e");
        List<Hash> extra = new ArrayList<>(List.of(Hash.EMPTY_TREE));

        assertThat(witness.add(log.request(3, List.of())).status()).isEqualTo(422);
        assertThat(witness.add(log.request(3, extra)).status()).isEqualTo(422);
        assertThat(witness.add(new TestLog(logKey).grow("a", "b", "c").request(3, extra))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theFirstTreeNeedsNoProofAndTakesNone() throws IOException {
        log.grow("a", "b");

        assertThat(witness.add(log.request(0, List.of(Hash.EMPTY_TREE))).status())
                .isEqualTo(422);
        assertThat(ask(log, 1).status()).isEqualTo(409);
        assertThat(ask(log, 0).status()).isEqualTo(200);
    }

    @Test
    void anUnknownLogAndAnUnknownSignatureAreRefused() throws IOException {
        TestLog stranger = new TestLog(TestLog.signer(TestLog.ORIGIN)).grow("a");
        String other = new String(log.grow("a").request(0), UTF_8).replace(TestLog.ORIGIN, "example.com/other");

        assertThat(ask(stranger, 0).status()).isEqualTo(403);
        assertThat(witness.add(other.getBytes(UTF_8)).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        String good = new String(log.grow("a").request(0), UTF_8);
        for (String bad : List.of(
                "",
                "\n\n",
                good.replace("old 0", "old 00"),
                good.replace("old 0", "old -1"),
                good.replace("old 0", "old 9999999999999999999"),
                good.replace("old 0", "new 0"),
                good.replace("old 0\n", "old 0\nAA==\n"),
                good.replace("old 0\n", "old 0\n" + (Hash.EMPTY_TREE.base64() + "\n").repeat(64)),
                good.substring(0, good.length() - 1),
                good.replace("\n\n", "\n"))) {
            assertThat(witness.add(bad.getBytes(UTF_8)).status()).as(bad).isEqualTo(400);
        }
        assertThat(witness.add(new byte[] {'o', 'l', 'd', ' ', '0', '\n', '\n', (byte) 0xff})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatWasSeenOutlivesTheProcess() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        stop();
        start();

        assertThat(memory.last(TestLog.ORIGIN)).isEqualTo(log.head());
        assertThat(ask(new TestLog(logKey).grow("a", "b", "X", "d"), 3).status())
                .isEqualTo(422);
        assertThat(ask(log.grow("d"), 3).status()).isEqualTo(200);
    }

    /** Nothing leaves before it is durable: what the disk does not take is not cosigned. */
    @Test
    void whatCannotBeRememberedIsNotCosigned() throws IOException {
        ask(log.grow("a"), 0);
        stop();
        start(new FileSteps() {
            @Override
            public void forceDirectory(Path directory) throws IOException {
                if (Files.exists(directory.resolve("lock"))) {
                    throw new IOException("no power");
                }
                super.forceDirectory(directory);
            }
        });

        assertThatThrownBy(() -> ask(log.grow("b"), 1)).isInstanceOf(IOException.class);
    }

    @Test
    void itIsForcedBeforeItHasItsNameAndTheNameBeforeTheAnswer() throws IOException {
        List<String> steps = new ArrayList<>();
        stop();
        start(new FileSteps() {
            @Override
            public void force(FileChannel channel) throws IOException {
                steps.add("force");
                super.force(channel);
            }

            @Override
            public void rename(Path from, Path to) throws IOException {
                steps.add("rename");
                super.rename(from, to);
            }

            @Override
            public void forceDirectory(Path directory) throws IOException {
                steps.add("force folder");
                super.forceDirectory(directory);
            }
        });
        steps.clear();

        ask(log.grow("a"), 0);

        assertThat(steps).containsExactly("force", "rename", "force folder");
    }

    /** A memory that was changed is not taken for an empty one. */
    @Test
    void aMemoryThatSomebodyChangedStopsEverything() throws IOException {
        ask(log.grow("a", "b"), 0);
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(it -> it.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
        }
        for (String changed : List.of("", Files.readString(file).replace("\n2\n", "\n1\n"), log.note())) {
            Files.writeString(file, changed);

            assertThatThrownBy(() -> ask(log, 0)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void twoWitnessesDoNotShareOneMemory() {
        assertThatThrownBy(() -> Memory.open(folder, new FileSteps(), key)).isInstanceOf(IOException.class);
    }

    /** Of two different trees of one size, whoever comes first, only one is ever cosigned. */
    @Test
    void ofForksAtOnceOneIsCosigned() throws Exception {
        ask(log.grow("a"), 0);
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] request =
                    new TestLog(logKey).grow("a", "fork " + i % 2, "end").request(1);
            all.add(() -> witness.add(request));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads.invokeAll(all).stream()
                    .map(it -> it.resultNow().status())
                    .toList();

            assertThat(statuses.stream().filter(it -> it == 200)).hasSize(1);
            assertThat(statuses.stream().filter(it -> it == 409)).hasSize(39);
        }
    }

    private byte[] restoration(TreeHead from, TreeHead to, NoteSigner by) {
        String text = new Restoration(TestLog.ORIGIN, UUID.randomUUID(), from, to, "disk lost").text();
        return SignedNote.sign(text, by).encoded().getBytes(UTF_8);
    }

    @Test
    void aRestorationThatLostNothingIsPutOnRecordOnce() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        byte[] told = restoration(new TestLog(logKey).grow("a").head(), log.head(), logKey);

        assertThat(witness.restored(told)).isEqualTo(Answer.of(200, "noted"));
        assertThat(witness.restored(told).status()).isEqualTo(200);

        assertThat(memory.noted(TestLog.ORIGIN)).isEqualTo(new String(told, UTF_8) + "\n");
        assertThat(ask(log.grow("d"), 3).status()).isEqualTo(200);
    }

    /** Lost is what a witness has seen: only whoever runs it can let the log go on from less. */
    @Test
    void aRestorationThatLostWhatWasSeenIsRefusedUntilItIsAccepted() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        TestLog restored = new TestLog(logKey).grow("a", "b");
        byte[] told = restoration(restored.head(), restored.head(), logKey);

        assertThat(witness.restored(told)).isEqualTo(new Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(memory.noted(TestLog.ORIGIN)).isEmpty();
        assertThat(ask(restored, 2).status()).isEqualTo(409);

        assertThat(witness.accept(told)).isEqualTo(restored.head());

        assertThat(memory.noted(TestLog.ORIGIN)).startsWith("accepted, last seen 3\n");
        assertThat(ask(restored.grow("X"), 2).status()).isEqualTo(200);
        assertThat(ask(log, 3).status()).isNotEqualTo(200);
    }

    @Test
    void aRestorationThatTheLogDidNotSignIsNeitherNotedNorAccepted() throws IOException {
        ask(log.grow("a", "b", "c"), 0);
        TreeHead less = new TestLog(logKey).grow("a").head();
        byte[] foreign = restoration(less, log.head(), TestLog.signer(TestLog.ORIGIN));

        assertThat(witness.restored(foreign).status()).isEqualTo(403);
        assertThat(witness.restored(new byte[] {(byte) 0xff, 0}).status()).isEqualTo(403);
        assertThat(witness.restored(log.note().getBytes(UTF_8)).status()).isEqualTo(403);
        assertThatThrownBy(() -> witness.accept(foreign)).isInstanceOf(NoteRejected.class);
        assertThat(memory.noted(TestLog.ORIGIN)).isEmpty();
        assertThat(memory.last(TestLog.ORIGIN)).isEqualTo(log.head());
    }
}
