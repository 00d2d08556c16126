package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static court.platform.blob.Vault.CASE;
import static court.platform.blob.Vault.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Bytes on their way in and out: what is too much, what breaks off, what is slow. */
class BlobStreamTest {

    private static final byte[] BYTES = random(200_000);

    @TempDir
    Path folder;

    @AutoClose
    private Vault vault;

    @BeforeEach
    void vault() throws IOException {
        vault = new Vault(folder);
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
}
