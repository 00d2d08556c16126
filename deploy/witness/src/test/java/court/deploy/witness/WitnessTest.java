package court.deploy.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.witness.Witness.Answer;
import court.platform.files.FileSteps;
import court.platform.merkle.Hash;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

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

    @Test
    void aTreeThatGrowsIsCosignedEachTime() throws IOException {
        long last = 0;
        for (String leaf : List.of("a", "b", "c", "d", "e")) {
            Answer answer = witness.ask(log.grow(leaf), last);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(SignedNote.parse((log.note() + answer.body()).getBytes(UTF_8))
                            .cosignedAt(witness.key()))
                    .contains(TestWitness.NOON);
            last = log.head().size();
        }
        assertThat(witness.ask(log, 5).status()).isEqualTo(200);
    }

    @Test
    void whoDoesNotKnowWhatWasSeenLastIsTold() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);

        assertThat(witness.ask(log.grow("d"), 0)).isEqualTo(new Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(witness.ask(log, 2)).isEqualTo(new Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(witness.ask(log, 3).status()).isEqualTo(200);
    }

    @Test
    void aSmallerTreeIsNotCosigned() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);
        TestLog rolledBack = new TestLog(logKey).grow("a", "b");

        assertThat(witness.ask(rolledBack, 2).status()).isEqualTo(409);
        assertThat(witness.ask(rolledBack, 0).status()).isEqualTo(409);
        assertThat(witness.add(rolledBack.request(3, List.of())).status()).isEqualTo(400);
        assertThat(witness.memory().last(TestLog.ORIGIN)).isEqualTo(log.head());
    }

    @Test
    void aForkedTreeIsNotCosigned() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);
        TestLog sameSize = new TestLog(logKey).grow("a", "b", "X");
        TestLog larger = new TestLog(logKey).grow("a", "b", "X", "d", "e");

        assertThat(witness.ask(sameSize, 3).status()).isEqualTo(409);
        assertThat(witness.ask(larger, 3).status()).isEqualTo(422);
        assertThat(witness.memory().last(TestLog.ORIGIN)).isEqualTo(log.head());
    }

    @Test
    void aProofThatDoesNotFitIsRefused() throws IOException {
        witness.ask(log.grow("a", "b", "c"), 0);
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
        assertThat(witness.ask(log, 1).status()).isEqualTo(409);
        assertThat(witness.ask(log, 0).status()).isEqualTo(200);
    }

    @Test
    void anUnknownLogAndAnUnknownSignatureAreRefused() throws IOException {
        TestLog stranger = new TestLog(TestLog.signer(TestLog.ORIGIN)).grow("a");
        String other = new String(log.grow("a").request(0), UTF_8).replace(TestLog.ORIGIN, "example.com/other");

        assertThat(witness.ask(stranger, 0).status()).isEqualTo(403);
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
        witness.ask(log.grow("a", "b", "c"), 0);
        witness.restart(new FileSteps());

        assertThat(witness.memory().last(TestLog.ORIGIN)).isEqualTo(log.head());
        assertThat(witness.ask(new TestLog(logKey).grow("a", "b", "X", "d"), 3).status())
                .isEqualTo(422);
        assertThat(witness.ask(log.grow("d"), 3).status()).isEqualTo(200);
    }

    /** Nothing leaves before it is durable: what the disk does not take is not cosigned. */
    @Test
    void whatCannotBeRememberedIsNotCosigned() throws IOException {
        witness.ask(log.grow("a"), 0);
        witness.restart(new FileSteps() {
            @Override
            public void forceDirectory(Path directory) throws IOException {
                if (Files.exists(directory.resolve("lock"))) {
                    throw new IOException("no power");
                }
                super.forceDirectory(directory);
            }
        });

        assertThatThrownBy(() -> witness.ask(log.grow("b"), 1)).isInstanceOf(IOException.class);
    }

    @Test
    void itIsForcedBeforeItHasItsNameAndTheNameBeforeTheAnswer() throws IOException {
        List<String> steps = new ArrayList<>();
        witness.restart(new FileSteps() {
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

        witness.ask(log.grow("a"), 0);

        assertThat(steps).containsExactly("force", "rename", "force folder");
    }

    /** A memory that was changed is not taken for an empty one. */
    @Test
    void aMemoryThatSomebodyChangedStopsEverything() throws IOException {
        witness.ask(log.grow("a", "b"), 0);
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(it -> it.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
        }
        for (String changed : List.of("", Files.readString(file).replace("\n2\n", "\n1\n"), log.note())) {
            Files.writeString(file, changed);

            assertThatThrownBy(() -> witness.ask(log, 0)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void twoWitnessesDoNotShareOneMemory() {
        assertThatThrownBy(() -> Memory.open(folder, new FileSteps(), witness.key()))
                .isInstanceOf(IOException.class);
    }

    /** Of two different trees of one size, whoever comes first, only one is ever cosigned. */
    @Test
    void ofForksAtOnceOneIsCosigned() throws Exception {
        witness.ask(log.grow("a"), 0);
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
}
