package court.filing.deadline;

import court.filing.deadline.DeadlineRows.Why;
import court.platform.calendar.Calendars.Edition;
import court.platform.calendar.Due;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Derives the last day of running limits again (K2). Each row says by which calendar it was computed, so nothing is
 * forgotten when a run is broken off or a limit begins meanwhile, and nothing is done twice.
 */
@Component
class Recomputing {

    private static final int AT_ONCE = 200;

    private final DatabaseClient database;
    private final DeadlineRows rows;
    private final WriteUnit unit;
    private final Clock clock;

    Recomputing(DatabaseClient database, DeadlineRows rows, WriteUnit unit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.unit = unit;
        this.clock = clock;
    }

    /** Brings all that run to this calendar; gives how many were looked at. A row somebody holds is left for next time. */
    Mono<Long> under(Edition edition) {
        return some(edition)
                .expand(done -> done < AT_ONCE ? Mono.empty() : some(edition))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> some(Edition edition) {
        return unit.run(() -> stale(edition)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(it -> bring(it, edition).thenReturn(it))
                .count());
    }

    private Flux<Deadline> stale(Edition edition) {
        return database.sql("""
                        select id, filing_id, rule, anchor, length, due, provisional, state, extended_to, started_at, ended_at
                        from deadline where state = 'RUNNING' and (calendar < :calendar or calendar > :calendar)
                        order by id limit :limit for update skip locked""")
                .bind("calendar", edition.id())
                .bind("limit", AT_ONCE)
                .mapProperties(Deadline.class)
                .all();
    }

    private Mono<Void> bring(Deadline deadline, Edition edition) {
        Due due = deadline.under(edition.calendar());
        Mono<Void> remembered = due.date().equals(deadline.due())
                ? Mono.empty()
                : rows.remember(deadline, due.date(), Why.CALENDAR, clock.instant());
        return remembered.then(Mono.defer(() -> database.sql(
                        "update deadline set due = :due, provisional = :provisional, calendar = :calendar where id = :id")
                .bind("due", due.date())
                .bind("provisional", due.provisional())
                .bind("calendar", edition.id())
                .bind("id", deadline.id())
                .then()));
    }
}
