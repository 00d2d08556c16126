package court.filing.assignment;

import static court.platform.security.Role.ENFORCEMENT_JUDGE;
import static court.platform.security.Role.FILING_JUDGE;
import static court.platform.security.Role.SUPERVISOR;

import court.filing.assignment.Assignment.Challenged;
import court.filing.assignment.Assignment.Held;
import court.filing.assignment.Assignment.Order;
import court.filing.assignment.AssignmentRequests.Decision;
import court.filing.assignment.AssignmentRequests.Reassignment;
import court.filing.assignment.AssignmentRequests.RecusalWish;
import court.filing.assignment.AssignmentRows.Stored;
import court.filing.assignment.AssignmentView.RecusalView;
import court.filing.assignment.Recusal.Ruling;
import court.platform.contract.Change;
import court.platform.contract.Lot.Why;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What people can do about who has a case. */
@Service
class AssignmentDesk {

    private final Handover handover;
    private final Picking picking;
    private final Views views;
    private final Clock clock;

    AssignmentDesk(Handover handover, Picking picking, Views views, Clock clock) {
        this.handover = handover;
        this.picking = picking;
        this.views = views;
        this.clock = clock;
    }

    /** Court staff of the case and the court's supervisor; a recusal only the supervisor and the judge who asked. */
    Mono<AssignmentView> get(Actor actor, UUID id) {
        actor.mustBe(FILING_JUDGE, ENFORCEMENT_JUDGE, SUPERVISOR);
        return handover.get(actor, id).flatMap(stored -> {
            List<RecusalView> shown = recusals(actor, stored);
            Mono<Void> recorded = shown.isEmpty() ? Mono.empty() : views.record(actor, id, "assignment", id.toString());
            return recorded.thenReturn(AssignmentView.of(stored, shown));
        });
    }

    private static List<RecusalView> recusals(Actor actor, Stored stored) {
        return AssignmentView.recusals(stored.assignment()).stream()
                .filter(it -> actor.is(SUPERVISOR) || it.judgeId().equals(actor.id()))
                .toList();
    }

    /** The supervisor gives the case to another judge, named or drawn without the former. */
    Mono<AssignmentSummary> reassign(Command command, UUID id, Reassignment wanted) {
        command.actor().mustBe(SUPERVISOR);
        Instant now = clock.instant();
        String judge = wanted.judgeId();
        Order order = new Order(command.actor().id(), wanted.named(), now);
        return handover.change(command, id, now, it -> {
            Held held = held(it);
            held.mustNotConcern(order.by());
            return judge == null
                    ? draw(held, wanted.conflicting(), order)
                    : Mono.fromCallable(() -> held.hand(picking.named(held.matter(), judge), order));
        });
    }

    private Mono<Change<Assignment>> draw(Held held, List<String> conflicts, Order order) {
        Map<String, Why> barred = barred(held, order.by());
        conflicts.forEach(judge -> picking.named(held.matter(), judge)); // refuses who is none of the court's
        conflicts.forEach(judge -> barred.putIfAbsent(judge, Why.CONFLICT));
        return picking.draw(held.matter(), barred, order.at()).map(pick -> held.hand(pick, order));
    }

    /** The judge of the case asks to be taken off it. */
    Mono<AssignmentSummary> askRecusal(Command command, UUID id, RecusalWish wish) {
        command.actor().mustBe(ENFORCEMENT_JUDGE);
        Instant now = clock.instant();
        String by = command.actor().id();
        Recusal recusal = new Recusal(Uuid7.at(now).toString(), by, wish.named(), secret(id, wish.stated()), now);
        return handover.change(command, id, now, it -> Mono.fromCallable(() -> held(it).askRecusal(recusal, by)));
    }

    /** The supervisor decides on it; granted, another judge is drawn in the same transaction. */
    Mono<AssignmentSummary> decide(Command command, UUID id, Decision decision) {
        command.actor().mustBe(SUPERVISOR);
        Instant now = clock.instant();
        Ruling ruling = new Ruling(command.actor().id(), decision.decided(), secret(id, decision.named()), now);
        return handover.change(command, id, now, it -> {
            Challenged challenged = challenged(it);
            challenged.mustNotConcern(ruling.by());
            return ruling.granted()
                    ? picking.draw(challenged.matter(), barred(challenged.settled(ruling), ruling.by()), now)
                            .map(pick -> challenged.grant(ruling, pick))
                    : Mono.fromCallable(() -> challenged.refuse(ruling));
        });
    }

    /** Who takes no part in a draw of a successor: the former judge, and who orders it. */
    private static Map<String, Why> barred(Held held, String by) {
        Map<String, Why> barred = Assignment.barred(held.matter(), held.decided());
        barred.putIfAbsent(held.judge().id(), Why.FORMER);
        barred.putIfAbsent(by, Why.CONFLICT);
        return barred;
    }

    private static Held held(Assignment assignment) {
        if (assignment instanceof Held held) {
            return held;
        }
        throw AssignmentRefusal.RECUSAL_PENDING.because();
    }

    private static Challenged challenged(Assignment assignment) {
        if (assignment instanceof Challenged challenged) {
            return challenged;
        }
        throw AssignmentRefusal.NO_RECUSAL.because();
    }

    private static Secret secret(UUID id, String text) {
        return new Secret(id.toString(), text);
    }
}
