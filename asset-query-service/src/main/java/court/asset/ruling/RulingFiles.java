package court.asset.ruling;

import court.asset.ruling.Ruling.Paper;
import court.asset.ruling.RulingForm.Piece;
import court.platform.blob.Downloads;
import court.platform.blob.Uploaded;
import court.platform.blob.Uploads;
import court.platform.contract.FileRef;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rulings coming in and going out. */
@Component
class RulingFiles {

    private static final Set<String> NAMES = Set.of(RulingForm.RULING, RulingForm.NOTICE);
    private static final int MOST_PARTS = 8;

    private final Uploads uploads;
    private final Downloads downloads;
    private final Clock clock;

    RulingFiles(Uploads uploads, Downloads downloads, Clock clock) {
        this.uploads = uploads;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Receives the form part by part; each file goes straight into the blob store, as with any upload. */
    Mono<RulingForm> receive(UUID caseId, Flux<PartEvent> parts) {
        return parts.windowUntil(PartEvent::isLast)
                .concatMap(part -> part.switchOnFirst((first, whole) -> {
                    PartEvent begun = first.get();
                    return begun == null ? Flux.empty() : piece(caseId, begun, whole);
                }))
                .doOnDiscard(PartEvent.class, it -> DataBufferUtils.release(it.content()))
                .take(MOST_PARTS)
                .collectList()
                .map(RulingForm::of);
    }

    private Flux<Piece> piece(UUID caseId, PartEvent first, Flux<PartEvent> whole) {
        if (first instanceof FilePartEvent && NAMES.contains(first.name())) {
            return uploads.receive(caseId, whole.map(AsFile::named), it -> paper(caseId, it))
                    .map(paper -> new Piece(first.name(), null, paper))
                    .flux();
        }
        return whole.doOnNext(it -> DataBufferUtils.release(it.content())).map(RulingFiles::field);
    }

    private static Piece field(PartEvent part) {
        if (part instanceof FormPartEvent field) {
            return new Piece(field.name(), field.value(), null);
        }
        throw RulingRefusal.BAD_FORM.because();
    }

    private Paper paper(UUID caseId, Uploaded it) {
        if (!it.mediaType().equals("application/pdf")) {
            throw RulingRefusal.NOT_A_PDF.because();
        }
        var digests = it.digests();
        FileRef file = new FileRef(
                Uuid7.at(clock.instant()).toString(), it.mediaType(), it.size(), digests.sha256(), digests.sm3());
        return new Paper(file, new Secret(caseId.toString(), PlainText.check(it.fileName())));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> give(UUID caseId, Paper paper, HttpHeaders asked) {
        return downloads.answer(
                new Downloads.Item(
                        caseId,
                        paper.name().reveal(),
                        paper.file().mediaType(),
                        paper.file().digests()),
                asked);
    }

    /** A named file of several, as the one file an upload takes. */
    private record AsFile(FilePartEvent file) implements FilePartEvent {

        static PartEvent named(PartEvent part) {
            return part instanceof FilePartEvent it ? new AsFile(it) : part;
        }

        @Override
        public String name() {
            return "file";
        }

        @Override
        public String filename() {
            return file.filename();
        }

        @Override
        public HttpHeaders headers() {
            return file.headers();
        }

        @Override
        public DataBuffer content() {
            return file.content();
        }

        @Override
        public boolean isLast() {
            return file.isLast();
        }
    }
}
