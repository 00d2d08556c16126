package court.filing.assignment;

import court.filing.assignment.AssignmentRows.Stored;
import court.filing.assignment.Courts.Judge;
import court.filing.lot.Loads;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who has which case, with the loads that follow from it. An assignment is one row, locked while it changes. */
@Repository
public class Assignments {

    private final AssignmentRows rows;
    private final Loads loads;
    private final Picking picking;

    Assignments(AssignmentRows rows, Loads loads, Picking picking) {
        this.rows = rows;
        this.loads = loads;
        this.picking = picking;
    }

    /** The first judge of a case, and the fact that tells of it. */
    public record Assigned(Judge judge, Fact told) {}

    /**
     * Draws the first judge of a case 随机分案. Inside the unit of the acceptance, before the case number is taken; whoever
     * accepts tells the fact.
     */
    public Mono<Assigned> assign(Matter matter, Instant now) {
        return picking.draw(matter, Assignment.barred(matter, List.of()), now)
                .map(pick -> Assignment.begin(matter, pick, now))
                .flatMap(begun -> begin(begun.next())
                        .thenReturn(
                                new Assigned(begun.next().judge(), begun.facts().getFirst())));
    }

    private Mono<Void> begin(Assignment first) {
        return rows.insert(new Stored(first, 1, true))
                .then(loads.move(first.matter().court(), null, first.judge().id()));
    }

    Mono<Stored> find(UUID caseId) {
        return rows.find(caseId);
    }

    /** Nobody else changes it until the transaction ends. Inside a write unit. */
    Mono<Stored> lock(UUID caseId) {
        return rows.lock(caseId);
    }

    /** Writes a change back; the load goes with the case. Inside a write unit. */
    Mono<Stored> write(Stored before, Change<Assignment> change) {
        Stored after = before.next(change.next());
        return rows.update(after)
                .then(Mono.defer(() -> moveLoad(before, after)))
                .thenReturn(after);
    }

    private Mono<Void> moveLoad(Stored before, Stored after) {
        String from = before.assignment().judge().id();
        String to = after.assignment().judge().id();
        return before.open() && !from.equals(to)
                ? loads.move(before.assignment().matter().court(), from, to)
                : Mono.empty();
    }

    /** A closed case is no load any more; hearing of it twice changes nothing. Inside a write unit. */
    public Mono<Void> close(UUID caseId) {
        return rows.lock(caseId).filter(Stored::open).flatMap(stored -> {
            Assignment it = stored.assignment();
            return rows.update(stored.closed())
                    .then(loads.move(it.matter().court(), it.judge().id(), null));
        });
    }
}
