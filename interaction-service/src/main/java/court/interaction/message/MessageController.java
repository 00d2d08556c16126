package court.interaction.message;

import court.platform.security.Actor;
import court.platform.web.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages and files by HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class MessageController {

    private final MessageDesk messages;
    private final FileDesk files;

    MessageController(MessageDesk messages, FileDesk files) {
        this.messages = messages;
        this.files = files;
    }

    /**
     * A message to be posted.
     *
     * @param text 1 to 5,000 characters
     * @param audience party ids, or COURT for the court alone; missing means everybody in the room
     * @param clientMsgId the client's own id, so that a repeated sending is one message
     * @param sender party id, for who acts for several parties
     * @param replyTo id of a message the sender has; without an audience the answer goes to who has that message
     * @param mentions party ids and staff ids who may read it, 50 at most
     * @param upload id of a whole upload of the sender's, which the message sends; text may then be missing
     */
    record Post(
            @Nullable String text,
            @Nullable List<String> audience,
            @Nullable String clientMsgId,
            @Nullable String sender,
            @Nullable UUID replyTo,
            @Nullable List<String> mentions,
            @Nullable UUID upload) {

        Saying saying() {
            return new Saying(text, audience, clientMsgId, sender, replyTo, mentions, upload, null);
        }
    }

    /**
     * A message to be corrected.
     *
     * @param text 1 to 5,000 characters, which hold instead
     * @param reason 1 to 500 characters
     * @param clientMsgId the client's own id, so that a repeated sending is one correction
     */
    record Correct(
            @Nullable String text,
            @Nullable String reason,
            @Nullable String clientMsgId) {}

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Posted> post(Command command, @PathVariable UUID caseId, @RequestBody Post post) {
        return messages.say(command, caseId, post.saying());
    }

    /** Takes a message back. */
    @PostMapping("/messages/{messageId}/recall")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Posted> recall(Command command, @PathVariable UUID caseId, @PathVariable UUID messageId) {
        return messages.say(command, caseId, new Deed.Recalling(messageId));
    }

    @PostMapping("/messages/{messageId}/correct")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Posted> correct(
            Command command, @PathVariable UUID caseId, @PathVariable UUID messageId, @RequestBody Correct it) {
        return messages.say(command, caseId, new Deed.Correcting(messageId, it.text(), it.reason(), it.clientMsgId()));
    }

    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Posted> send(Command command, @PathVariable UUID caseId, @RequestBody Flux<PartEvent> parts) {
        return files.send(command, caseId, parts);
    }

    @GetMapping("/files/{fileId}/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> fetch(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID fileId, @RequestHeader HttpHeaders asked) {
        return files.fetch(actor, caseId, fileId, asked);
    }

    @GetMapping("/files/{fileId}/poster")
    Mono<ResponseEntity<Flux<DataBuffer>>> poster(Actor actor, @PathVariable UUID caseId, @PathVariable UUID fileId) {
        return files.poster(actor, caseId, fileId);
    }
}
