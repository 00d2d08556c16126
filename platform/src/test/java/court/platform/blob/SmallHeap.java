package court.platform.blob;

import court.platform.files.FileSteps;
import court.platform.scan.Scan;
import court.platform.upload.Partials;
import court.platform.upload.ResumableUploads;
import court.platform.vault.DataKeys;
import court.platform.vault.LocalKeyPort;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** A program of its own that takes the largest file there may be, in parts, and keeps it; run with little memory. */
public final class SmallHeap {

    static final int SIZE = 200 * 1024 * 1024;
    private static final int PIECE = 32 * 1024;
    private static final UUID CASE = UUID.fromString("0190f3c0-0000-7000-8000-000000000001");

    private SmallHeap() {}

    /** Its argument is a folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        FileSteps steps = new FileSteps();
        DataKeys keys = new DataKeys(new LocalKeyPort(folder.resolve("keys"), steps), folder.resolve("keys"), steps);
        ResumableUploads resumable =
                new ResumableUploads(new Partials(folder.resolve("blobs"), keys, steps), Duration.ofSeconds(30));
        try (DiskBlobStore store = new DiskBlobStore(folder.resolve("blobs"), keys, steps);
                ContentCheck check = new ContentCheck(Duration.ofSeconds(60))) {
            Uploads uploads = new Uploads(store, new FileInspection(check, content -> Scan.none(Instant.EPOCH)), SIZE);
            UUID upload = UUID.randomUUID();
            resumable.begin(CASE, upload).block();
            for (int part = 0; part < 4; part++) {
                long from = (long) part * (SIZE / 4);
                resumable
                        .append(new ResumableUploads.Place(CASE, upload, from, SIZE), pieces(from))
                        .block();
            }
            Uploaded kept = uploads.takeInto(
                            CASE,
                            "录音.wav",
                            resumable.source(CASE, upload),
                            it -> it.keep().thenReturn(it.file()))
                    .block();
            System.out.println("kept " + (kept == null ? 0 : kept.size()));
        }
    }

    private static Flux<DataBuffer> pieces(long from) {
        return Flux.range(0, SIZE / 4 / PIECE).map(i -> {
            byte[] piece = new byte[PIECE];
            if (from == 0 && i == 0) {
                System.arraycopy(head(), 0, piece, 0, 16);
            }
            return DefaultDataBufferFactory.sharedInstance.wrap(piece);
        });
    }

    private static byte[] head() {
        return "RIFF\0\0\0\0WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
