package court.filing.upload;

import court.filing.upload.Upload.Earlier;
import court.platform.blob.BlobRefusal;
import court.platform.blob.Received;
import court.platform.blob.Uploads;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.scan.ScanRefusal;
import court.platform.security.Actor;
import court.platform.upload.ResumableUploads;
import court.platform.upload.UploadActs.Part;
import court.platform.upload.UploadRefusal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The bytes of an upload: stored as they come, made a document when they are whole, gone when it is over. */
@Component
class UploadBytes {

    private final ResumableUploads resumable;
    private final Uploads uploads;
    private final Attachments attachments;
    private final UploadRows rows;

    UploadBytes(ResumableUploads resumable, Uploads uploads, Attachments attachments, UploadRows rows) {
        this.resumable = resumable;
        this.uploads = uploads;
        this.attachments = attachments;
        this.rows = rows;
    }

    String announce(String fileName, long length) {
        return uploads.announce(fileName, length);
    }

    Mono<Void> begin(Upload upload) {
        return resumable.begin(upload.filing(), upload.id());
    }

    Mono<Long> offset(Upload upload) {
        return resumable.offset(upload.filing(), upload.id());
    }

    Mono<Long> append(Upload upload, Part part) {
        return resumable.append(
                new ResumableUploads.Place(upload.filing(), upload.id(), part.offset(), upload.length()), part.bytes());
    }

    /** Looks into the whole document and attaches it, to the end, also when its sender waits no more. */
    Mono<Progress> attach(Actor actor, Upload upload) {
        Mono<Progress> work = uploads.takeInto(
                        upload.filing(),
                        upload.described().name().reveal(),
                        resumable.source(upload.filing(), upload.id()),
                        received -> attached(actor, upload, received))
                .map(Progress.of(upload, upload.length())::attached)
                .onErrorResume(Refused.class, no -> remembered(upload, no).then(Mono.error(no)))
                .flatMap(done -> remove(upload).onErrorComplete().thenReturn(done));
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
    }

    private Mono<Attachments.Attached> attached(Actor actor, Upload upload, Received received) {
        return attachments.attach(
                actor, upload.filing(), upload.described().kind(), received, fileId -> claimed(upload, fileId));
    }

    private Mono<Void> claimed(Upload upload, String fileId) {
        return rows.attached(upload.id(), fileId)
                .flatMap(first -> first ? Mono.empty() : Mono.error(UploadRefusal.IN_USE.because()));
    }

    /** What its content was refused for is told again to who did not hear it; the bytes are of no more use. */
    private Mono<Void> remembered(Upload upload, Refused no) {
        Refusal why = no.refusal();
        boolean ofContent = (why instanceof BlobRefusal || why instanceof ScanRefusal)
                && (why.kind() == Refusal.Kind.INVALID || why.kind() == Refusal.Kind.UNSUPPORTED);
        return ofContent
                ? rows.refused(upload.id(), new Earlier(why.code(), why.kind(), no.detail()))
                        .then(remove(upload).onErrorComplete())
                : Mono.empty();
    }

    Mono<Void> remove(Upload upload) {
        return resumable.remove(upload.filing(), upload.id()).then(rows.cleared(upload.id()));
    }
}
