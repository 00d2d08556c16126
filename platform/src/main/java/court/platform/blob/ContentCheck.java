package court.platform.blob;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import court.platform.model.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks into an uploaded file before it is kept: is it what its name says, can it be opened, is it free of a password.
 * Reading documents is heavy on the processor, so it runs on as many threads as there are cores, with a time limit.
 */
public final class ContentCheck implements AutoCloseable {

    private static final String OLD_OFFICE = "application/x-tika-msoffice";

    /** ISO/IEC 14496-12 §4.3: the brands of what phones and browsers record; Tika knows some of them only. */
    private static final Pattern ISO_MEDIA =
            Pattern.compile("ftyp(isom|iso[2-9]|mp4[12]|mmp4|M4[ABV] |avc1|MSNV|dash)");

    /** ISO/IEC 23008-12 annex B: how phones mark their photographs. */
    private static final Pattern PHONE_PICTURE = Pattern.compile("ftyp(hei[cxms]|hev[cxms]|mif1|msf1)");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final ExecutorService cores = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("content-check-", 0).factory());
    private final Duration limit;

    public ContentCheck(Duration limit) {
        this.limit = limit;
    }

    /** Refuses a name whose kind of file is not taken, before its bytes come in. */
    public void requireTaken(String fileName) {
        kind(fileName);
    }

    /**
     * Blocks until the file was looked at.
     *
     * @return the media type to give it out with
     */
    public String mediaType(String fileName, SeekableByteChannel content) {
        FileKind kind = kind(fileName);
        Future<?> check = cores.submit(() -> {
            check(kind, FileKind.extensionOf(fileName), content);
            return kind;
        });
        try {
            check.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return kind.mediaType;
        } catch (TimeoutException e) {
            throw BlobRefusal.CHECK_TOOK_TOO_LONG.because();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("check interrupted"));
        } finally {
            check.cancel(true);
        }
    }

    private void check(FileKind kind, String extension, SeekableByteChannel content) throws IOException {
        String detected = detected(head(content));
        if (kind == FileKind.TEXT) {
            TextContent.check(content.position(0), detected, extension);
            return;
        }
        if (detected.equals(OLD_OFFICE) && kind.partWithin().isPresent()) {
            throw OldOffice.refusal(content.position(0), extension);
        }
        if (detected.equals(FileKind.HEIC) && (kind == FileKind.JPEG || kind == FileKind.PNG)) {
            throw BlobRefusal.PHONE_PICTURE.because();
        }
        if (!kind.looksLike(detected)) {
            throw BlobRefusal.NOT_WHAT_IT_SAYS.because(extension);
        }
        if (kind == FileKind.PDF) {
            PdfContent.check(content.position(0));
        } else if (kind == FileKind.PNG || kind == FileKind.JPEG) {
            PictureContent.check(content.position(0), kind);
        } else if (kind.partWithin().isPresent()) {
            PackedContent.check(content.position(0), kind.partWithin().get(), extension);
        }
    }

    private String detected(byte[] head) throws IOException {
        String brand = head.length > 12 ? new String(head, 4, 8, ISO_8859_1) : "";
        if (PHONE_PICTURE.matcher(brand).matches()) {
            return FileKind.HEIC;
        }
        return ISO_MEDIA.matcher(brand).matches()
                ? FileKind.MP4.mediaType
                : types.detect(new ByteArrayInputStream(head), new Metadata()).toString();
    }

    private byte[] head(SeekableByteChannel content) throws IOException {
        InputStream bytes = Channels.newInputStream(content.position(0));
        return bytes.readNBytes(types.getMinLength());
    }

    private static FileKind kind(String fileName) {
        return FileKind.named(fileName).orElseThrow(() -> FileKind.notTaken(fileName));
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case Refused refused -> refused;
            case IOException io -> new UncheckedIOException(io);
            case null, default -> new IllegalStateException("a check failed", e);
        };
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
