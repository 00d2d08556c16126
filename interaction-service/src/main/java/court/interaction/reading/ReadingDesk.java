package court.interaction.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.reading.ReadPositions.Receipt;
import court.interaction.reading.ReadPositions.Standing;
import court.interaction.stream.Bookmarks;
import court.interaction.stream.Bookmarks.Bookmark;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Views;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can do about having read. */
@Component
class ReadingDesk {

    private final Bookmarks bookmarks;
    private final Memberships memberships;
    private final ReadPositions positions;
    private final Views views;
    private final WriteUnit unit;

    ReadingDesk(Bookmarks bookmarks, Memberships memberships, ReadPositions positions, Views views, WriteUnit unit) {
        this.bookmarks = bookmarks;
        this.memberships = memberships;
        this.positions = positions;
        this.views = views;
        this.unit = unit;
    }

    /**
     * Where somebody stands.
     *
     * @param receipts how far everybody has read; for the court's eyes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reading(Standing mine, @Nullable List<Receipt> receipts) {}

    /** Any member, in a stream of their own. */
    Mono<Reading> show(Actor actor, UUID caseId, @Nullable String reader) {
        return bookmarks.open(actor, caseId, reader, null).flatMap(this::reading);
    }

    private Mono<Reading> reading(Bookmark mark) {
        Mono<Reading> mine = positions.standing(mark).map(it -> new Reading(it, null));
        return memberships
                .get(mark.actor(), mark.caseId())
                .filter(Membership::isCourt)
                .flatMap(court -> positions.of(mark.caseId()))
                .flatMap(receipts -> positions.standing(mark).map(it -> new Reading(it, receipts)))
                .switchIfEmpty(mine);
    }

    /** Any member, in a stream of their own. That something was read goes on record once per person, stream and hour. */
    Mono<Reading> read(Actor actor, UUID caseId, @Nullable String reader, long seq) {
        return bookmarks
                .open(actor, caseId, reader, null)
                .flatMap(mark -> positions
                        .standing(mark)
                        .doOnNext(standing -> mustBeReached(standing, seq))
                        .flatMap(standing -> unit.run(() -> advance(mark, seq)))
                        .then(Mono.defer(() -> reading(mark))));
    }

    private static void mustBeReached(Standing standing, long seq) {
        if (seq < 1 || seq > standing.last()) {
            throw ReadingRefusal.NOT_REACHED.because(standing.last());
        }
    }

    private Mono<Boolean> advance(Bookmark mark, long seq) {
        return memberships
                .get(mark.actor(), mark.caseId())
                .flatMap(member -> positions.advance(member, mark, seq))
                .flatMap(further -> further
                        ? views.record(mark.actor(), mark.caseId(), "stream", mark.reader())
                                .thenReturn(true)
                        : Mono.just(false));
    }
}
