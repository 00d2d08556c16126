package court.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.files.FileSteps;
import court.platform.files.RecordingSteps;
import court.platform.vault.DataKeys;
import court.platform.vault.LocalKeyPort;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;

/** A blob store in a temporary folder with everything a test wants to look at. */
final class Vault implements AutoCloseable {

    static final UUID CASE = UUID.fromString("0190f3c0-0000-7000-8000-000000000001");
    static final long LIMIT = 10L * 1024 * 1024;

    final RecordingSteps steps = new RecordingSteps();
    final Path root;
    final DataKeys keys;
    final DiskBlobStore store;
    private final List<NettyDataBuffer> lent = Collections.synchronizedList(new ArrayList<>());
    private final NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

    Vault(Path folder) throws IOException {
        root = folder.resolve("blobs");
        keys = new DataKeys(
                new LocalKeyPort(folder.resolve("keys"), new FileSteps()), folder.resolve("keys"), new FileSteps());
        store = new DiskBlobStore(root, keys, steps);
        steps.steps.clear();
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    DataBuffer buffer(byte[] bytes) {
        NettyDataBuffer buffer = factory.allocateBuffer(Math.max(1, bytes.length));
        buffer.write(bytes);
        lent.add(buffer);
        return buffer;
    }

    /** In pieces, each made when it is asked for, as the network does. */
    Flux<DataBuffer> pieces(byte[] bytes, int piece) {
        return Flux.range(0, (bytes.length + piece - 1) / piece).map(i -> {
            byte[] part = new byte[Math.min(piece, bytes.length - i * piece)];
            System.arraycopy(bytes, i * piece, part, 0, part.length);
            return buffer(part);
        });
    }

    StoredBlob put(byte[] bytes) {
        StoredBlob blob = store.put(CASE, pieces(bytes, 10_000), LIMIT).block();
        assertThat(blob).isNotNull();
        return blob;
    }

    static byte[] joined(Flux<DataBuffer> bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bytes.toIterable().forEach(it -> {
            byte[] part = new byte[it.readableByteCount()];
            it.read(part);
            all.writeBytes(part);
        });
        return all.toByteArray();
    }

    byte[] read(StoredBlob blob, long from, long length) {
        return joined(store.read(CASE, blob.digests().sha256(), from, length));
    }

    Reread reread(StoredBlob blob) {
        Reread reread = store.reread(CASE, blob.digests()).block();
        assertThat(reread).isNotNull();
        return reread;
    }

    Path file(StoredBlob blob) {
        return root.resolve("case")
                .resolve(CASE.toString())
                .resolve(blob.digests().sha256());
    }

    /** Every file there is but the lock of the staging folder. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits: what was on its way when the answer came is released a moment later. */
    void assertEveryBufferWasReleased() {
        assertThat(lent).isNotEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(buffersHeld()).isZero());
    }

    long buffersHeld() {
        synchronized (lent) {
            lent.removeIf(it -> !it.isAllocated());
            return lent.size();
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
