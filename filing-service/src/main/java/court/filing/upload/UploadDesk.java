package court.filing.upload;

import court.filing.upload.Upload.Described;
import court.filing.upload.Upload.State;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.model.Refused;
import court.platform.model.Uuid7;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.upload.UploadActs;
import court.platform.upload.UploadMetadata;
import court.platform.upload.UploadRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people can do with a document on its way in parts. Only who began it can. */
@Service
class UploadDesk implements UploadActs<Progress> {

    static final Duration TERM = Duration.ofDays(7);
    private static final int MOST_OPEN = 20;

    private final UploadRows rows;
    private final UploadBytes bytes;
    private final Attachments attachments;
    private final Clock clock;

    UploadDesk(UploadRows rows, UploadBytes bytes, Attachments attachments, Clock clock) {
        this.rows = rows;
        this.bytes = bytes;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Announces a document; its name, kind and size are checked before a byte comes. */
    @Override
    public Mono<Progress> begin(Actor actor, UUID filing, UploadMetadata told, long length) {
        return attachments
                .mayAttach(actor, filing)
                .then(Mono.defer(() ->
                        rows.open(filing, actor.memberName(), clock.instant()).count()))
                .flatMap(open -> begun(announced(actor, filing, told, length), open));
    }

    private Upload announced(Actor actor, UUID filing, UploadMetadata told, long length) {
        if (told.get("filename").isEmpty()) {
            throw UploadRefusal.NAME_MISSING.because();
        }
        String name = PlainText.check(bytes.announce(told.get("filename"), length));
        Instant now = clock.instant();
        return new Upload(
                Uuid7.at(now),
                filing,
                actor.memberName(),
                length,
                new Described(attachments.kind(told.get("kind")), new Secret(filing.toString(), name)),
                now.plus(TERM),
                State.OPEN,
                null,
                null);
    }

    private Mono<Progress> begun(Upload upload, long open) {
        if (open >= MOST_OPEN) {
            throw UploadRefusal.TOO_MANY_OPEN.because(open);
        }
        return rows.insert(upload).then(bytes.begin(upload)).thenReturn(Progress.of(upload, 0));
    }

    /** How far it came. One whose last byte came but that was not attached, because something failed, is attached now. */
    @Override
    public Mono<Progress> look(Actor actor, UUID filing, UUID id) {
        return known(actor, filing, id).flatMap(upload -> switch (upload.state()) {
            case ATTACHED -> Mono.just(Progress.of(upload, upload.length()));
            default ->
                bytes.offset(open(upload))
                        .flatMap(offset -> reached(actor, upload, offset))
                        .onErrorResume(e -> settledMeanwhile(e, actor, upload));
        });
    }

    /** Adds bytes; with the last one the document is checked and attached. */
    @Override
    public Mono<Progress> append(Actor actor, UUID filing, Part part) {
        return known(actor, filing, part.upload()).flatMap(upload -> switch (upload.state()) {
            case ATTACHED -> again(upload, part);
            default -> taken(actor, open(upload), part.within(upload.length()));
        });
    }

    private static Mono<Progress> again(Upload upload, Part part) {
        return part.offset() == upload.length()
                ? Mono.just(Progress.of(upload, upload.length()))
                : Mono.error(UploadRefusal.OFFSET_DIFFERS.because(upload.length()));
    }

    private Mono<Progress> taken(Actor actor, Upload upload, Part part) {
        return attachments
                .mayAttach(actor, upload.filing())
                .then(Mono.defer(() -> bytes.append(upload, part)))
                .flatMap(offset -> reached(actor, upload, offset));
    }

    private Mono<Progress> reached(Actor actor, Upload upload, long offset) {
        return offset < upload.length() ? Mono.just(Progress.of(upload, offset)) : bytes.attach(actor, upload);
    }

    /** Of two that bring the last byte one attaches the document; the other has the same answer. */
    private Mono<Progress> settledMeanwhile(Throwable failure, Actor actor, Upload upload) {
        boolean overtaken = failure instanceof Refused refused
                && (refused.refusal() == UploadRefusal.IN_USE || refused.refusal() == UploadRefusal.EXPIRED);
        return overtaken
                ? known(actor, upload.filing(), upload.id())
                        .filter(now -> now.state() == State.ATTACHED)
                        .map(now -> Progress.of(now, now.length()))
                        .switchIfEmpty(Mono.error(failure))
                : Mono.error(failure);
    }

    /** Gives it up; its bytes are gone at once. A document that is attached stays. */
    @Override
    public Mono<Void> giveUp(Actor actor, UUID filing, UUID id) {
        return known(actor, filing, id).map(this::open).flatMap(bytes::remove);
    }

    /** What can be resumed, from whichever device. */
    Flux<Progress> list(Actor actor, UUID filing) {
        return attachments
                .maySee(actor, filing)
                .thenMany(Flux.defer(() -> rows.open(filing, actor.memberName(), clock.instant())))
                .concatMap(upload -> bytes.offset(upload).map(offset -> Progress.of(upload, offset)));
    }

    private Mono<Upload> known(Actor actor, UUID filing, UUID id) {
        return attachments
                .maySee(actor, filing)
                .then(Mono.defer(() -> rows.find(filing, id, actor.memberName())))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    private Upload open(Upload upload) {
        if (upload.refusal() != null) {
            throw upload.refusal().because();
        }
        if (!upload.isOpen(clock.instant())) {
            throw UploadRefusal.EXPIRED.because();
        }
        return upload;
    }
}
