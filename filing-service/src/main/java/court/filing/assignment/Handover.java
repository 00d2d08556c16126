package court.filing.assignment;

import court.filing.assignment.AssignmentRows.Stored;
import court.platform.contract.Change;
import court.platform.outbox.Outbox;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes one assignment in one transaction: assignment, filing, loads and facts together or not at all. */
@Component
class Handover {

    private final WriteUnit unit;
    private final Commands commands;
    private final Outbox outbox;
    private final Assignments assignments;
    private final CaseFiles files;

    Handover(WriteUnit unit, Commands commands, Outbox outbox, Assignments assignments, CaseFiles files) {
        this.unit = unit;
        this.commands = commands;
        this.outbox = outbox;
        this.assignments = assignments;
        this.files = files;
    }

    /** What decides a change; may draw in the same unit. */
    interface Decision extends Function<Assignment, Mono<Change<Assignment>>> {}

    /** Locks the assignment, sees that the caller may, decides, writes it all, tells the others. */
    Mono<AssignmentSummary> change(Command command, UUID id, Instant now, Decision decide) {
        return unit.run(() -> seen(command.actor(), id, assignments.lock(id))
                .flatMap(stored -> commands.once(command, () -> {
                    command.mustHaveSeen(stored.version());
                    return decide.apply(stored.assignment())
                            .flatMap(change -> write(command.actor(), stored, change, now));
                })));
    }

    private Mono<AssignmentSummary> write(Actor actor, Stored before, Change<Assignment> change, Instant now) {
        UUID id = change.next().matter().id();
        return moveFile(before.assignment(), change.next(), now)
                .then(Mono.defer(() -> assignments.write(before, change)))
                .flatMap(after -> outbox.tell(id, actor, change.facts())
                        .then(Mono.defer(() -> files.prompt(id, actor, change.facts())))
                        .thenReturn(AssignmentSummary.of(after)));
    }

    private Mono<Void> moveFile(Assignment before, Assignment after, Instant now) {
        return before.judge().equals(after.judge())
                ? Mono.empty()
                : files.hand(after.matter().id(), after.judge(), now);
    }

    /** The assignment, for who may see it. */
    Mono<Stored> get(Actor actor, UUID id) {
        return seen(actor, id, assignments.find(id));
    }

    private Mono<Stored> seen(Actor actor, UUID id, Mono<Stored> found) {
        return found.map(stored -> {
                    if (!maySee(actor, stored.assignment())) {
                        throw AccessRefusal.NOT_YOURS.because();
                    }
                    return stored;
                })
                .switchIfEmpty(Mono.defer(() -> none(actor, id)));
    }

    /** The judge of the case; filing judges and supervisors of the court. */
    private static boolean maySee(Actor actor, Assignment assignment) {
        return actor.isStaff()
                && assignment.matter().court().equals(actor.court())
                && (actor.is(Role.SUPERVISOR)
                        || actor.is(Role.FILING_JUDGE)
                        || assignment.judge().id().equals(actor.id()));
    }

    /** Who may know that the filing is there learns that it is not accepted yet. */
    private Mono<Stored> none(Actor actor, UUID id) {
        return files.court(id)
                .filter(court -> (actor.is(Role.SUPERVISOR) || actor.is(Role.FILING_JUDGE))
                        && actor.isStaff()
                        && court.equals(actor.court()))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(court -> Mono.error(AssignmentRefusal.NOT_ACCEPTED::because));
    }
}
