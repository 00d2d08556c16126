package court.interaction.message;

import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Message;
import court.interaction.stream.Reader;
import court.interaction.stream.Streams;
import court.platform.blob.BlobRefusal;
import court.platform.blob.Downloads;
import court.platform.blob.Uploads;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.Command;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people can do with files in a room. */
@Component
class FileDesk {

    private final Memberships memberships;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Streams streams;
    private final MessageDesk messages;

    FileDesk(Memberships memberships, Uploads uploads, Downloads downloads, Streams streams, MessageDesk messages) {
        this.memberships = memberships;
        this.uploads = uploads;
        this.downloads = downloads;
        this.streams = streams;
        this.messages = messages;
    }

    /** Any member; nothing is received from anybody else. */
    Mono<Posted> send(Command command, UUID caseId, Flux<PartEvent> parts) {
        return memberships
                .get(command.actor(), caseId)
                .then(Mono.defer(() -> uploads.receive(caseId, parts, FileForm::read)))
                .flatMap(it -> messages.say(command.about(it.digest()), caseId, it.saying()));
    }

    /** Only who the message with the file was addressed to. */
    Mono<ResponseEntity<Flux<DataBuffer>>> fetch(Actor actor, UUID caseId, UUID fileId, HttpHeaders asked) {
        return find(actor, caseId, fileId).flatMap(sent -> downloads.answer(item(caseId, sent), asked));
    }

    /** The picture within a file, for whoever may have the file. */
    Mono<ResponseEntity<Flux<DataBuffer>>> poster(Actor actor, UUID caseId, UUID fileId) {
        return find(actor, caseId, fileId)
                .flatMap(sent -> Mono.justOrEmpty(sent.known().poster())
                        .switchIfEmpty(Mono.error(BlobRefusal.NOT_FOUND::because))
                        .flatMap(poster -> downloads.poster(item(caseId, sent), poster)));
    }

    private Mono<Attachment> find(Actor actor, UUID caseId, UUID fileId) {
        return memberships
                .get(actor, caseId)
                .flatMap(member -> streams.findFile(caseId, fileId, Reader.all(member)))
                .map(Message::content)
                .ofType(Attachment.class)
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    private static Downloads.Item item(UUID caseId, Attachment sent) {
        return new Downloads.Item(
                caseId,
                sent.name().reveal(),
                sent.file().mediaType(),
                sent.file().digests());
    }
}
