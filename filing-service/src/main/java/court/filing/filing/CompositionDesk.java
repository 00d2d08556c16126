package court.filing.filing;

import static court.platform.security.Role.CLERK;
import static court.platform.security.Role.PARTY;

import court.filing.filing.Filing.Editable;
import court.filing.picture.PictureBook;
import court.filing.picture.UnfitPicture;
import court.platform.blob.BlobStore;
import court.platform.blob.Received;
import court.platform.blob.Uploads;
import court.platform.web.Command;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What a filer can do with photographed pages. */
@Service
class CompositionDesk {

    private static final int PART = 64 * 1024;

    private final Filings filings;
    private final Uploads uploads;
    private final BlobStore blobs;
    private final Clock clock;

    CompositionDesk(Filings filings, Uploads uploads, BlobStore blobs, Clock clock) {
        this.filings = filings;
        this.uploads = uploads;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** The filer has pages put together; they stay attached as the originals they are. */
    Mono<FilingSummary> compose(Command command, UUID id, Composition wanted) {
        command.actor().mustBe(PARTY, CLERK);
        return filings.get(command.actor(), id)
                .map(stored -> wanted.of(stored.filing().papers().materials()))
                .flatMap(pages -> uploads.takeInto(
                        id,
                        wanted.fileName(),
                        to -> write(id, pages, to),
                        received -> attached(command, id, wanted, received)));
    }

    private Mono<FilingSummary> attached(Command command, UUID id, Composition wanted, Received received) {
        Instant now = clock.instant();
        Material made = Material.of(id, wanted.kind(), received.file(), now).madeFrom(wanted.pages());
        return filings.change(
                command,
                id,
                Editable.class,
                now,
                it -> {
                    wanted.of(it.papers().materials()); // still there, now that the filing is locked
                    return Mono.just(it.attach(made));
                },
                received.keep());
    }

    private void write(UUID id, List<Material> pages, Consumer<DataBuffer> to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new Parts(to), PART)) {
            PictureBook.write(
                    pages.stream()
                            .map(page -> (PictureBook.Picture) () -> bytes(id, page))
                            .iterator(),
                    out);
        } catch (UnfitPicture unfit) {
            throw Composition.tooLarge();
        }
    }

    private byte[] bytes(UUID id, Material page) throws IOException {
        var file = page.file();
        byte[] bytes = DataBufferUtils.join(blobs.read(id, file.sha256(), 0, file.size()))
                .map(joined -> {
                    byte[] all = new byte[joined.readableByteCount()];
                    joined.read(all);
                    DataBufferUtils.release(joined);
                    return all;
                })
                .block();
        if (bytes == null) {
            throw new IOException("file " + file.id() + " is empty");
        }
        return bytes;
    }

    /** What is written, in parts. */
    private static final class Parts extends OutputStream {

        private final Consumer<DataBuffer> to;

        Parts(Consumer<DataBuffer> to) {
            this.to = to;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            to.accept(DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOfRange(bytes, from, from + length)));
        }
    }
}
