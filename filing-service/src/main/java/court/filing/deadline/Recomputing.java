package court.filing.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import court.filing.deadline.DeadlineRows.Why;
import court.filing.deadline.TermRows.Granted;
import court.platform.calendar.Calendars.Edition;
import court.platform.calendar.LegalCalendar;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Derives the last day of running limits again (K2, K4). Each row says by which calendar it was computed, so nothing is
 * forgotten when a run is broken off or a limit begins meanwhile, and nothing is done twice.
 */
@Component
class Recomputing {

    private static final int AT_ONCE = 200;

    private final DatabaseClient database;
    private final DeadlineRows rows;
    private final TermRows terms;
    private final WriteUnit unit;
    private final Clock clock;

    Recomputing(DatabaseClient database, DeadlineRows rows, TermRows terms, WriteUnit unit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.terms = terms;
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
                .flatMap(all -> bring(all, edition, Why.CALENDAR).thenReturn((long) all.size())));
    }

    /** Brings all that runs for one filing to what was granted (K4). Inside the unit of the act. */
    Mono<Void> of(UUID filingId, Edition edition, Why why) {
        return database.sql("select " + DeadlineRows.COLUMNS
                        + " from deadline where filing_id = :filing and state = 'RUNNING' order by id for update")
                .bind("filing", filingId)
                .mapProperties(Deadline.class)
                .all()
                .collectList()
                .flatMap(all -> bring(all, edition, why));
    }

    /** Those of another calendar, and those that stand still since another day (K4). */
    private Flux<Deadline> stale(Edition edition) {
        return database.sql("select " + DeadlineRows.COLUMNS + """
                         from deadline where state = 'RUNNING'
                            and (calendar < :calendar or calendar > :calendar or stands_on < :today)
                        order by id limit :limit for update skip locked""")
                .bind("calendar", edition.id())
                .bind("today", today())
                .bind("limit", AT_ONCE)
                .mapProperties(Deadline.class)
                .all();
    }

    private Mono<Void> bring(List<Deadline> all, Edition edition, Why why) {
        return granted(all)
                .flatMap(granted -> Flux.fromIterable(all)
                        .concatMap(it -> bring(
                                it,
                                LastDay.of(
                                        it,
                                        granted.getOrDefault(it.filingId(), List.of()),
                                        edition.calendar(),
                                        today()),
                                edition,
                                why))
                        .then());
    }

    private Mono<Map<UUID, List<Granted>>> granted(List<Deadline> all) {
        Set<UUID> filings = all.stream().map(Deadline::filingId).collect(toSet());
        return terms.granted(filings).collectList().map(them -> them.stream().collect(groupingBy(Granted::filingId)));
    }

    /** A term that stands moves on each day: only the acts that stop it and let it run are remembered. */
    private Mono<Void> bring(Deadline deadline, LastDay last, Edition edition, Why why) {
        boolean moved = !last.due().date().equals(deadline.due());
        boolean daily = why == Why.CALENDAR && last.standsOn() != null;
        Mono<Void> remembered =
                moved && !daily ? rows.remember(deadline, last.due().date(), why, clock.instant()) : Mono.empty();
        return remembered.then(Mono.defer(() -> rows.move(deadline, last, edition.id())));
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
