package court.interaction.answer;

import court.interaction.answer.Unanswered.Search;
import court.interaction.room.Rooms;
import court.platform.contract.Fact;
import court.platform.contract.InteractionEvent.AnswerNotNeeded;
import court.platform.json.Secret;
import court.platform.outbox.Outbox;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import court.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the court can do about what parties asked. */
@Component
class AnswerDesk {

    private final Unanswered unanswered;
    private final AnswerClock clock;
    private final Memberships memberships;
    private final Rooms rooms;
    private final Writing writing;

    /** How an act is written. */
    @Component
    record Writing(WriteUnit unit, Commands commands, Outbox outbox) {}

    AnswerDesk(Unanswered unanswered, AnswerClock clock, Memberships memberships, Rooms rooms, Writing writing) {
        this.unanswered = unanswered;
        this.clock = clock;
        this.memberships = memberships;
        this.rooms = rooms;
        this.writing = writing;
    }

    /** What a party wrote up to a message needs no answer. */
    record Settled(String partyId, UUID throughMessageId) {}

    /** The court's staff: a supervisor for the whole court, others for the cases they work on. */
    Mono<Page<WaitingView>> list(Actor actor, boolean overdue, UUID after, int size) {
        if (!actor.isStaff()) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return unanswered
                .list(new Search(actor, overdue ? clock.overdueBefore() : null, after, size + 1))
                .map(it -> WaitingView.of(it, clock.due(it), clock.today()))
                .collectList()
                .map(all -> Page.of(all, size, it -> it.firstMessageId().toString()));
    }

    /** The judge of the case only. */
    Mono<Settled> settle(Command command, UUID caseId, Settled settled, String reason) {
        return writing.unit()
                .run(() -> memberships
                        .get(command.actor(), caseId)
                        .map(member -> member.mustBe("ENFORCEMENT_JUDGE"))
                        .flatMap(judge ->
                                writing.commands().once(command, () -> tell(command, caseId, settled, reason))));
    }

    private Mono<Settled> tell(Command command, UUID caseId, Settled it, String reason) {
        Fact fact = Fact.courtOnly(new AnswerNotNeeded(
                it.partyId(), it.throughMessageId().toString(), new Secret(caseId.toString(), reason)));
        return rooms.hold(caseId)
                .then(unanswered.settle(caseId, it.partyId(), it.throughMessageId()))
                .then(Mono.defer(() -> writing.outbox().tell(caseId, command.actor(), List.of(fact))))
                .thenReturn(it);
    }
}
