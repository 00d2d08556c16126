package court.platform.blob;

import court.platform.blob.Reread.State;
import court.platform.files.DurableFolders;
import court.platform.files.FileSteps;
import court.platform.model.Digests;
import court.platform.model.Refused;
import court.platform.vault.DataKeys;
import court.platform.vault.KeyDestroyed;
import court.platform.vault.SealBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The blob store as a folder that several processes share. */
public final class DiskBlobStore implements BlobStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskBlobStore.class);

    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final Path root;
    private final DiskDraft.Home home;
    private final DataKeys keys;

    public DiskBlobStore(Path root, DataKeys keys, FileSteps steps) throws IOException {
        this.root = root;
        this.home = new DiskDraft.Home(
                new DurableFolders(steps, root), Staging.in(root, steps), steps, new BlobFormat(keys));
        this.keys = keys;
    }

    @Override
    public Mono<StoredBlob> put(UUID caseId, Flux<DataBuffer> bytes, long limit) {
        return Mono.defer(() -> {
            BlobDraft draft = draft(caseId, limit);
            // one buffer at a time and no queue: a queue before another thread can be forgotten on cancel
            return bytes.concatMap(it -> BlockingWork.toItsEnd(() -> writeAndRelease(draft, it)), 0)
                    .doOnDiscard(PooledDataBuffer.class, DataBufferUtils::release)
                    .then(BlockingWork.<StoredBlob>call(() -> kept(draft)))
                    .onErrorResume(e -> BlockingWork.run(draft::discard).then(Mono.error(e)))
                    .doOnCancel(() -> BlockingWork.VIRTUAL.schedule(draft::discard));
        });
    }

    private static void writeAndRelease(BlobDraft draft, DataBuffer bytes) {
        try {
            draft.write(bytes);
        } finally {
            DataBufferUtils.release(bytes);
        }
    }

    private static StoredBlob kept(BlobDraft draft) {
        StoredBlob blob = draft.finish();
        draft.keep();
        return blob;
    }

    @Override
    public BlobDraft draft(UUID caseId, long limit) {
        return new DiskDraft(home, caseId, limit);
    }

    @Override
    public Flux<DataBuffer> read(UUID caseId, String sha256, long from, long length) {
        if (from < 0 || length < 0) {
            return Flux.error(new IllegalArgumentException("from " + from + ", length " + length));
        }
        Flux<DataBuffer> rest =
                DataBufferUtils.readByteChannel(() -> open(caseId, sha256).position(from), BUFFERS, BlobFormat.SEGMENT);
        return DataBufferUtils.takeUntilByteCount(rest, length)
                .onErrorMap(e -> answered(caseId, sha256, e))
                .subscribeOn(BlockingWork.VIRTUAL)
                .cancelOn(BlockingWork.VIRTUAL);
    }

    @Override
    public Mono<Long> size(UUID caseId, String sha256) {
        return BlockingWork.<Long>call(() -> {
                    try (SeekableByteChannel plain = open(caseId, sha256)) {
                        plain.position(Math.max(0, plain.size() - 1));
                        if (plain.read(ByteBuffer.allocate(1)) != 1) {
                            throw new IOException("its last byte is missing");
                        }
                        return plain.size();
                    }
                })
                .onErrorMap(e -> answered(caseId, sha256, e));
    }

    @Override
    public Mono<Reread> reread(UUID caseId, Digests expected) {
        return BlockingWork.call(() -> rereadNow(caseId, expected));
    }

    private Reread rereadNow(UUID caseId, Digests expected) throws IOException {
        String where = "case/" + caseId + "/" + expected.sha256();
        if (keys.isDestroyed(caseId, expected.sha256())) {
            return new Reread(State.DELETED, null, where + ": key destroyed");
        }
        try (SeekableByteChannel plain = open(caseId, expected.sha256())) {
            Digests found = digestsOf(plain);
            return found.equals(expected)
                    ? new Reread(State.INTACT, found, where)
                    : new Reread(State.DAMAGED, found, where + ": other bytes");
        } catch (NoSuchFileException missing) {
            return new Reread(State.MISSING, null, where + ": missing");
        } catch (FileSystemException notOpened) {
            throw notOpened;
        } catch (IOException | SealBroken damaged) {
            return new Reread(State.DAMAGED, null, where + ": " + damaged.getMessage());
        }
    }

    private static Digests digestsOf(SeekableByteChannel plain) throws IOException {
        RunningDigests digests = new RunningDigests();
        ByteBuffer part = ByteBuffer.allocate(BlobFormat.SEGMENT);
        while (true) {
            part.clear();
            long at = plain.position();
            try {
                if (plain.read(part) < 0) {
                    return digests.finish();
                }
            } catch (IOException e) {
                throw new IOException("at byte " + at + ": " + e.getMessage(), e);
            }
            digests.update(part.array(), part.position());
        }
    }

    @Override
    public Mono<Void> remove(UUID caseId, String sha256) {
        return BlockingWork.run(() -> {
            try {
                Path file = file(caseId, sha256);
                if (home.steps().delete(file)) {
                    home.steps().forceDirectory(file.resolveSibling("."));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove a file of case " + caseId, e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        home.staging().close();
    }

    @Override
    public SeekableByteChannel open(UUID caseId, String sha256) throws IOException {
        FileChannel file = FileChannel.open(file(caseId, sha256), StandardOpenOption.READ);
        try {
            return home.format().decrypting(caseId, sha256, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Path file(UUID caseId, String sha256) throws NoSuchFileException {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new NoSuchFileException("not a digest");
        }
        return root.resolve("case").resolve(caseId.toString()).resolve(sha256);
    }

    private static Throwable answered(UUID caseId, String sha256, Throwable e) {
        return switch (e) {
            case NoSuchFileException missing -> BlobRefusal.NOT_FOUND.because();
            case FileSystemException notOpened -> e; // too many open files, no permission: says nothing about the bytes
            case KeyDestroyed destroyed -> BlobRefusal.LAWFULLY_DELETED.because();
            case IOException damaged -> damaged(caseId, sha256, damaged);
            case SealBroken damaged -> damaged(caseId, sha256, damaged);
            default -> e;
        };
    }

    private static Refused damaged(UUID caseId, String sha256, Exception e) {
        LOG.error("damaged file: case/{}/{}: {}", caseId, sha256, e.getMessage());
        return BlobRefusal.DAMAGED.because();
    }
}
