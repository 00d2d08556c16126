package court.interaction.upload;

import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Reader;
import court.interaction.stream.Streams;
import court.platform.blob.Received;
import court.platform.blob.Uploaded;
import court.platform.blob.Uploads;
import court.platform.outbox.WriteUnit;
import court.platform.scan.Scan;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.upload.ResumableUploads;
import court.platform.upload.UploadRefusal;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes a whole upload the file of a message. It goes through the same gates as a file that came at once, and is kept in the transaction
 * that writes the message; whoever sends it again is given the file it became.
 */
@Component
public class HandOver {

    private final Memberships memberships;
    private final RoomUploads rows;
    private final Bytes bytes;
    private final Streams streams;
    private final Clock clock;

    /** Where bytes are and where they go. */
    @Component
    record Bytes(ResumableUploads resumable, Uploads uploads, WriteUnit unit) {}

    HandOver(Memberships memberships, RoomUploads rows, Bytes bytes, Streams streams, Clock clock) {
        this.memberships = memberships;
        this.rows = rows;
        this.bytes = bytes;
        this.streams = streams;
        this.clock = clock;
    }

    /** Who began the upload, while a member; to the end, also when nobody waits any more. */
    public <T> Mono<T> take(Actor actor, UUID caseId, UUID upload, Function<Uploaded, Mono<T>> use) {
        Mono<T> work = memberships
                .get(actor, caseId)
                .flatMap(member -> rows.get(caseId, upload, actor.memberName()))
                .flatMap(it -> it.isSent() ? again(it, use) : first(it.going(clock.instant()), use));
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
    }

    private <T> Mono<T> again(RoomUpload upload, Function<Uploaded, Mono<T>> use) {
        return streams.find(upload.caseId(), Objects.requireNonNull(upload.messageId()), Set.of(Reader.COURT))
                .map(found -> found.message().content())
                .ofType(Attachment.class)
                .map(sent -> uploaded(sent))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(use);
    }

    private Uploaded uploaded(Attachment sent) {
        return new Uploaded(
                Map.of(),
                sent.name().reveal(),
                sent.file().mediaType(),
                sent.file().size(),
                sent.file().digests(),
                Scan.none(clock.instant()),
                sent.known());
    }

    private <T> Mono<T> first(RoomUpload upload, Function<Uploaded, Mono<T>> use) {
        UUID caseId = upload.caseId();
        return bytes.resumable()
                .offset(caseId, upload.id())
                .filter(offset -> offset == upload.length())
                .switchIfEmpty(Mono.error(UploadRefusal.NOT_WHOLE::because))
                .then(Mono.defer(() -> bytes.uploads()
                        .takeInto(
                                caseId,
                                upload.name().reveal(),
                                bytes.resumable().source(caseId, upload.id()),
                                received -> kept(received, use))))
                .flatMap(done -> clear(upload).thenReturn(done));
    }

    private <T> Mono<T> kept(Received received, Function<Uploaded, Mono<T>> use) {
        return bytes.unit()
                .run(() -> use.apply(received.file())
                        .flatMap(done -> received.keep().thenReturn(done)));
    }

    /** What cannot be cleared now is cleared by the task. */
    private Mono<Void> clear(RoomUpload upload) {
        return bytes.resumable()
                .remove(upload.caseId(), upload.id())
                .then(rows.cleared(upload.id(), clock.instant()))
                .onErrorComplete();
    }

    /** It became this message; refuses when it is another's already. Inside the unit that writes the message. */
    public Mono<Void> sent(UUID upload, UUID messageId) {
        return rows.sent(upload, messageId)
                .flatMap(first -> first ? Mono.empty() : Mono.error(UploadRefusal.EXPIRED.because()));
    }
}
