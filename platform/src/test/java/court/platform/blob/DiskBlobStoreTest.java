package court.platform.blob;

import static court.platform.blob.Vault.CASE;
import static court.platform.blob.Vault.joined;
import static court.platform.blob.Vault.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.blob.Reread.State;
import court.platform.files.FileSteps;
import court.platform.model.Digests;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.vault.LocalKeyPort;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class DiskBlobStoreTest {

    private static final byte[] BYTES = random(200_000);

    @TempDir
    Path folder;

    private Vault vault;

    @BeforeEach
    void vault() throws IOException {
        vault = new Vault(folder);
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    @Test
    void theDigestsAreThoseOfThePublishedVectors() {
        StoredBlob blob = vault.put("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(blob)
                .isEqualTo(new StoredBlob(
                        new Digests(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
                        3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8_192, 65_000, 65_536, 200_000})
    void whatWasPutIsRead(int size) {
        byte[] bytes = random(size);

        StoredBlob blob = vault.put(bytes);

        assertThat(read(blob, 0, size)).isEqualTo(bytes);
        assertThat(vault.store.size(CASE, blob.digests().sha256()).block()).isEqualTo(size);
        vault.assertEveryBufferWasReleased();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,70000", "65471,2", "131072,68928", "199999,1", "199999,50", "200000,10", "300000,1", "5,0"})
    void anyRangeIsRead(int from, int length) {
        StoredBlob blob = vault.put(BYTES);

        byte[] expected = from >= BYTES.length
                ? new byte[0]
                : Arrays.copyOfRange(BYTES, from, Math.min(BYTES.length, from + length));
        assertThat(read(blob, from, length)).isEqualTo(expected);
    }

    @Test
    void theStepsAreWriteForceRenameForceDirectory() {
        vault.put(BYTES);

        assertThat(vault.steps.fromFirstWrite())
                .containsExactly("write", "force", "force directory", "rename", "force directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "force", "rename"})
    void aFileIsNotAcknowledgedWhenAStepFailsAndNothingIsLeft(String failing) {
        vault.steps.failing = failing;

        assertThatThrownBy(() -> vault.put(BYTES)).isInstanceOf(UncheckedIOException.class);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aFileIsNotAcknowledgedUntilItsNameIsDurable() {
        vault.put(random(10)); // the folders are there
        vault.steps.failing = "force directory";

        assertThatThrownBy(() -> vault.put(BYTES)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void onDiskThereIsNothingInTheClear() throws IOException {
        byte[] canary = "11010519491231002X".getBytes(StandardCharsets.UTF_8);
        StoredBlob blob = vault.put(canary);

        assertThat(new String(Files.readAllBytes(vault.file(blob)), StandardCharsets.ISO_8859_1))
                .startsWith("AES1.")
                .doesNotContain("110105");
    }

    @Test
    void theSameBytesAreOneFileWithinACase() {
        StoredBlob first = vault.put(BYTES);
        StoredBlob second = vault.put(BYTES);

        assertThat(second).isEqualTo(first);
        assertThat(vault.files()).containsExactly(vault.file(first));
        assertThat(read(first, 0, BYTES.length)).isEqualTo(BYTES);
    }

    @Test
    void theSameBytesInAnotherCaseAreAnotherFile() {
        StoredBlob blob = vault.put(BYTES);
        UUID other = UUID.randomUUID();

        assertRefused(() -> joined(vault.store.read(other, blob.digests().sha256(), 0, 1)), BlobRefusal.NOT_FOUND);
    }

    @Test
    void goodBytesPutAgainReplaceADamagedFile() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        flip(vault.file(blob), 1_000);
        assertThat(reread(blob).state()).isEqualTo(State.DAMAGED);

        vault.put(BYTES);

        assertThat(reread(blob).state()).isEqualTo(State.INTACT);
    }

    @Test
    void tooManyBytesAreRefusedAndNothingIsLeft() {
        assertRefused(
                () -> vault.store
                        .put(CASE, vault.pieces(BYTES, 10_000), BYTES.length - 1)
                        .block(),
                BlobRefusal.TOO_LARGE);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
        assertThat(vault.store
                        .put(CASE, vault.pieces(BYTES, 10_000), BYTES.length)
                        .block())
                .isNotNull();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(() -> vault.store.put(CASE, Flux.empty(), 10).block(), BlobRefusal.EMPTY_FILE);
        assertRefused(
                () -> vault.store
                        .put(CASE, Flux.just(vault.buffer(new byte[0])), 10)
                        .block(),
                BlobRefusal.EMPTY_FILE);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aSenderWhoFailsLeavesNothing() {
        Flux<DataBuffer> torn = vault.pieces(BYTES, 10_000).concatWith(Flux.error(new IOException("reset")));

        assertThatThrownBy(() -> vault.store.put(CASE, torn, Vault.LIMIT).block())
                .hasRootCauseInstanceOf(IOException.class);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @RepeatedTest(10)
    void aSenderWhoLeavesLeavesNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(5);
        Flux<DataBuffer> endless = Flux.<DataBuffer>generate(sink -> {
                    sink.next(vault.buffer(new byte[1_000]));
                    begun.countDown();
                })
                .subscribeOn(Schedulers.parallel());
        Disposable upload = vault.store.put(CASE, endless, Long.MAX_VALUE).subscribe();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().until(() -> !vault.files().isEmpty());

        upload.dispose();

        Awaitility.await().untilAsserted(() -> assertThat(vault.files()).isEmpty());
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aBufferThatComesAfterTheSenderLeftIsReleased() {
        AtomicReference<Subscriber<? super DataBuffer>> sender = new AtomicReference<>();
        Subscription deaf = new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        };
        Disposable upload = vault.store
                .put(
                        CASE,
                        Flux.from(subscriber -> {
                            sender.set(subscriber);
                            subscriber.onSubscribe(deaf);
                        }),
                        Vault.LIMIT)
                .subscribe();

        upload.dispose();
        sender.get().onNext(vault.buffer(new byte[10]));

        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aLargeFileIsTakenAndGivenInBoundedMemory() {
        AtomicLong most = new AtomicLong();
        int piece = 64 * 1024;
        Flux<DataBuffer> large = Flux.range(0, 1600).map(i -> {
            most.accumulateAndGet(vault.buffersHeld(), Math::max);
            return vault.buffer(new byte[piece]);
        });

        StoredBlob blob = vault.store.put(CASE, large, Long.MAX_VALUE).block();

        assertThat(blob).isNotNull();
        assertThat(blob.size()).isEqualTo(1600L * piece);
        assertThat(most.get()).isLessThanOrEqualTo(1);
        assertThat(vault.store
                        .read(CASE, blob.digests().sha256(), 0, blob.size())
                        .limitRate(2)
                        .reduce(0L, (sum, it) -> sum + it.readableByteCount())
                        .block())
                .isEqualTo(blob.size());
    }

    @Test
    void aSlowReaderIsNotOverrun() {
        StoredBlob blob = vault.put(random(2_000_000));
        AtomicLong made = new AtomicLong();

        vault.store
                .read(CASE, blob.digests().sha256(), 0, blob.size())
                .doOnNext(it -> made.incrementAndGet())
                .take(2, true)
                .blockLast();

        assertThat(made.get()).isEqualTo(2);
    }

    @Test
    void filesAreNeverTouchedOnTheEventLoop() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        FileSteps watching = new FileSteps() {
            @Override
            public void write(java.nio.channels.FileChannel channel, java.nio.ByteBuffer bytes) throws IOException {
                threads.add(Thread.currentThread());
                super.write(channel, bytes);
            }
        };
        try (DiskBlobStore store = new DiskBlobStore(folder.resolve("watched"), vault.keys, watching)) {
            StoredBlob blob = store.put(CASE, vault.pieces(BYTES, 10_000).publishOn(Schedulers.parallel()), Vault.LIMIT)
                    .block();
            assertThat(blob).isNotNull();
            store.read(CASE, blob.digests().sha256(), 0, 10)
                    .doOnNext(it -> threads.add(Thread.currentThread()))
                    .subscribeOn(Schedulers.parallel())
                    .blockLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(threads).isNotEmpty().allMatch(Thread::isVirtual);
    }

    @Test
    void aFlippedByteAnywhereIsFoundAndLocated() throws IOException {
        StoredBlob blob = vault.put(random(70_000));
        Path file = vault.file(blob);
        long length = Files.size(file);
        assertThat(reread(blob)).isEqualTo(new Reread(State.INTACT, blob.digests(), where(blob)));

        for (long at = 0; at < length; at += at < 120 ? 1 : 997) {
            flip(file, at);
            Reread reread = reread(blob);
            assertThat(reread.state()).as("byte " + at).isEqualTo(State.DAMAGED);
            assertThat(reread.where()).startsWith(where(blob) + ": ");
            flip(file, at);
        }

        assertThat(reread(blob).state()).isEqualTo(State.INTACT);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 30, 65, 80, 105, 65_536, 65_537, 70_000})
    void aCutTailIsFoundByRereadingAndBySize(long left) throws IOException {
        StoredBlob blob = vault.put(random(70_000));
        try (RandomAccessFile file = new RandomAccessFile(vault.file(blob).toFile(), "rw")) {
            assertThat(left).isLessThan(file.length());
            file.setLength(left);
        }

        assertThat(reread(blob).state()).isEqualTo(State.DAMAGED);
        assertRefused(() -> vault.store.size(CASE, blob.digests().sha256()).block(), BlobRefusal.DAMAGED);
    }

    @Test
    void addedBytesAreFound() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        Files.write(vault.file(blob), new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(reread(blob).state()).isEqualTo(State.DAMAGED);
    }

    @Test
    void aFileInThePlaceOfAnotherIsFound() throws IOException {
        StoredBlob one = vault.put(random(10));
        StoredBlob other = vault.put(random(11));
        Files.copy(vault.file(other), vault.file(one), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(reread(one).state()).isEqualTo(State.DAMAGED);
    }

    @Test
    void otherExpectedDigestsAreFound() {
        StoredBlob blob = vault.put(BYTES);
        Digests wrong = new Digests(blob.digests().sha256(), "0".repeat(64));

        Reread reread = vault.store.reread(CASE, wrong).block();

        assertThat(reread).isEqualTo(new Reread(State.DAMAGED, blob.digests(), where(blob) + ": other bytes"));
    }

    @Test
    void aDamagedFileIsNeverGivenOutAsGood() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        flip(vault.file(blob), 150_000);

        assertRefused(() -> read(blob, 0, BYTES.length), BlobRefusal.DAMAGED);
        assertThat(read(blob, 0, 1000)).isEqualTo(Arrays.copyOf(BYTES, 1000));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        StoredBlob blob = vault.put(BYTES);

        vault.store.remove(CASE, blob.digests().sha256()).block();
        vault.store.remove(CASE, blob.digests().sha256()).block();

        assertThat(reread(blob).state()).isEqualTo(State.MISSING);
        assertRefused(() -> read(blob, 0, 1), BlobRefusal.NOT_FOUND);
        assertRefused(() -> vault.store.size(CASE, blob.digests().sha256()).block(), BlobRefusal.NOT_FOUND);
        assertThat(vault.put(BYTES))
                .as("not lawful deletion: it may come again")
                .isEqualTo(blob);
    }

    @Test
    void aLawfullyDeletedFileIsNotCalledDamagedAndDoesNotComeBack() {
        StoredBlob blob = vault.put(BYTES);

        vault.keys.destroy(CASE, blob.digests().sha256());

        assertThat(reread(blob).state()).isEqualTo(State.DELETED);
        assertRefused(() -> read(blob, 0, 1), BlobRefusal.LAWFULLY_DELETED);
        assertRefused(() -> vault.put(BYTES), BlobRefusal.LAWFULLY_DELETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../keys/master", "abc", "ABCD"})
    void onlyADigestIsAName(String name) {
        assertRefused(() -> joined(vault.store.read(CASE, name, 0, 1)), BlobRefusal.NOT_FOUND);
        assertThatThrownBy(() -> vault.store.remove(CASE, name).block()).isNotNull();
    }

    @Test
    void whatADeadProcessLeftIsClearedAtStartAndWhatALivingOneWritesIsNot() throws Exception {
        Path dead = Files.createDirectories(vault.root.resolve("staging/dead"));
        Files.createFile(dead.resolve("lock"));
        Files.createFile(dead.resolve("half"));
        BlobDraft living = vault.store.draft(CASE, 10);
        living.write(vault.buffer(new byte[] {1}));

        try (DiskBlobStore another = new DiskBlobStore(vault.root, vault.keys, new FileSteps())) {
            assertThat(dead).doesNotExist();
            living.finish();
            living.keep();
            assertThat(vault.files()).hasSize(1);
            assertThat(another.size(CASE, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a")
                            .block())
                    .isEqualTo(1);
        }
    }

    @Test
    void theFolderOfAnotherLivingProcessIsLeftAlone() throws Exception {
        Path theirs = Files.createDirectories(vault.root.resolve("staging/theirs"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.writeString(folder.resolve("Hold.java"), """
                void main(String[] args) throws Exception {
                    var lock = java.nio.channels.FileChannel.open(java.nio.file.Path.of(args[0]),
                            java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                    lock.lock();
                    System.out.println("locked");
                    System.in.read();
                }
                """);
        Process holder = new ProcessBuilder(
                        java.toString(),
                        program.toString(),
                        theirs.resolve("lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked");
            new DiskBlobStore(vault.root, vault.keys, new FileSteps()).close();
            assertThat(theirs).exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }

        new DiskBlobStore(vault.root, vault.keys, new FileSteps()).close();
        assertThat(theirs).doesNotExist();
    }

    @Test
    void anotherProcessReadsWhatThisOnePut() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        Path keyFolder = folder.resolve("keys");
        var keys = new court.platform.vault.DataKeys(
                new LocalKeyPort(keyFolder, new FileSteps()), keyFolder, new FileSteps());

        try (DiskBlobStore other = new DiskBlobStore(vault.root, keys, new FileSteps())) {
            Mono<Reread> reread = other.reread(CASE, blob.digests());
            assertThat(reread.block(Duration.ofSeconds(10)))
                    .extracting(Reread::state)
                    .isEqualTo(State.INTACT);
        }
    }

    private byte[] read(StoredBlob blob, long from, long length) {
        return joined(vault.store.read(CASE, blob.digests().sha256(), from, length));
    }

    private Reread reread(StoredBlob blob) {
        Reread reread = vault.store.reread(CASE, blob.digests()).block();
        assertThat(reread).isNotNull();
        return reread;
    }

    private static String where(StoredBlob blob) {
        return "case/" + CASE + "/" + blob.digests().sha256();
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }

    static void assertRefused(ThrowingCallable action, Refusal expected) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(expected));
    }
}
