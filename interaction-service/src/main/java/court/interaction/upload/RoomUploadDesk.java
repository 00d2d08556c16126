package court.interaction.upload;

import court.platform.blob.Uploads;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.upload.ResumableUploads;
import court.platform.upload.TusAnswers.Standing;
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

/** What people can do with a file on its way to a room: any member, each with their own; whoever leaves the case has none. */
@Service
class RoomUploadDesk implements UploadActs<Standing> {

    private static final Duration TERM = Duration.ofDays(7);
    private static final int MOST_OPEN = 20;

    private final Memberships memberships;
    private final RoomUploads rows;
    private final ResumableUploads resumable;
    private final Uploads uploads;
    private final Clock clock;

    RoomUploadDesk(
            Memberships memberships, RoomUploads rows, ResumableUploads resumable, Uploads uploads, Clock clock) {
        this.memberships = memberships;
        this.rows = rows;
        this.resumable = resumable;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Announces a file; its name and size are checked before a byte comes. */
    @Override
    public Mono<Standing> begin(Actor actor, UUID caseId, UploadMetadata told, long length) {
        return memberships
                .get(actor, caseId)
                .then(Mono.defer(() ->
                        rows.open(caseId, actor.memberName(), clock.instant()).count()))
                .map(open -> announced(actor, caseId, told, length, open))
                .flatMap(upload -> rows.insert(upload)
                        .then(resumable.begin(caseId, upload.id()))
                        .thenReturn(upload.at(0)));
    }

    private RoomUpload announced(Actor actor, UUID caseId, UploadMetadata told, long length, long open) {
        if (open >= MOST_OPEN) {
            throw UploadRefusal.TOO_MANY_OPEN.because(open);
        }
        if (told.get("filename").isEmpty()) {
            throw UploadRefusal.NAME_MISSING.because();
        }
        Secret name = new Secret(caseId.toString(), PlainText.check(uploads.announce(told.get("filename"), length)));
        Instant now = clock.instant();
        return new RoomUpload(Uuid7.at(now), caseId, actor.memberName(), length, name, now.plus(TERM), null);
    }

    /** How far it came, as the disk says. */
    @Override
    public Mono<Standing> look(Actor actor, UUID caseId, UUID id) {
        return own(actor, caseId, id)
                .flatMap(upload -> upload.isSent()
                        ? Mono.just(upload.at(upload.length()))
                        : resumable
                                .offset(caseId, upload.going(clock.instant()).id())
                                .map(upload::at));
    }

    @Override
    public Mono<Standing> append(Actor actor, UUID caseId, Part part) {
        return own(actor, caseId, part.upload())
                .map(upload -> upload.going(clock.instant()))
                .flatMap(upload -> taken(upload, part.within(upload.length())));
    }

    private Mono<Standing> taken(RoomUpload upload, Part part) {
        var place = new ResumableUploads.Place(upload.caseId(), upload.id(), part.offset(), upload.length());
        return resumable.append(place, part.bytes()).map(upload::at);
    }

    /** Gives it up; its bytes are gone at once. A file that was sent stays. */
    @Override
    public Mono<Void> giveUp(Actor actor, UUID caseId, UUID id) {
        return own(actor, caseId, id)
                .map(upload -> upload.going(clock.instant()))
                .flatMap(upload -> resumable.remove(caseId, upload.id()).then(rows.cleared(id, clock.instant())));
    }

    /** What can be resumed or sent, from whichever device. */
    Flux<Standing> list(Actor actor, UUID caseId) {
        return memberships
                .get(actor, caseId)
                .thenMany(Flux.defer(() -> rows.open(caseId, actor.memberName(), clock.instant())))
                .concatMap(upload -> resumable.offset(caseId, upload.id()).map(upload::at));
    }

    private Mono<RoomUpload> own(Actor actor, UUID caseId, UUID id) {
        return memberships.get(actor, caseId).flatMap(member -> rows.get(caseId, id, actor.memberName()));
    }
}
