package court.filing.deadline;

import court.filing.deadline.Deadline.State;
import court.platform.calendar.Calendars;
import court.platform.calendar.Due;
import court.platform.calendar.Term;
import court.platform.model.Columns;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How limits lie in their table, and what moved them in another. */
@Repository
public class DeadlineRows {

    static final String COLUMNS =
            "id, filing_id, rule, anchor, length, due, provisional, state, extended_to, started_at, ended_at, stands_on";

    private final DatabaseClient database;

    DeadlineRows(DatabaseClient database) {
        this.database = database;
    }

    /** A limit about to begin. */
    public record Begun(UUID filingId, String court, Rule rule, Term term, String rules) {}

    /** How a limit that ran ended. */
    record Ended(Deadline deadline, State state) {}

    /** Why a last day became another. */
    public enum Why {
        /** the calendar changed (K2) */
        CALENDAR,
        /** the court granted another day (K5) */
        EXTENSION,
        /** more months were granted (K4) */
        PROLONGATION,
        /** days are not counted (K4) */
        EXCLUSION,
        /** what was not counted is over (K4) */
        RESUMPTION
    }

    /** One move of a last day. */
    public record Moved(UUID deadlineId, Rule rule, LocalDate oldDue, LocalDate newDue, Why why, Instant at) {}

    /** Ends those that run under the same rules, unless they are the same terms. */
    Mono<Void> cancelOthers(List<Begun> all, Instant now) {
        return places(all, database.sql("""
                        update deadline set state = 'CANCELLED', ended_at = greatest(:now, started_at)
                        from unnest(:filings::uuid[], :names::text[], :anchors::date[], :lengths::text[])
                            as it (filing, name, first, long)
                        where filing_id = it.filing and rule = it.name and state = 'RUNNING'
                            and not (anchor = it.first and length = it.long)"""))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Begins those that do not run yet, in this order. */
    Mono<Void> insert(List<Begun> all, Calendars.Edition edition, Instant now) {
        List<Due> due =
                all.stream().map(it -> it.term().due(edition.calendar())).toList();
        return places(all, database.sql("""
                        insert into deadline (id, filing_id, court, rule, rules, anchor, length, due, provisional, calendar,
                            state, started_at)
                        select id, filing, court, name, law, first, long, due, provisional, :calendar, 'RUNNING', :now
                        from unnest(:filings::uuid[], :names::text[], :anchors::date[], :lengths::text[], :ids::uuid[],
                            :courts::text[], :laws::text[], :dues::date[], :provisional::boolean[]) with ordinality
                            as it (filing, name, first, long, id, court, law, due, provisional, place)
                        order by place
                        on conflict (filing_id, rule) where state = 'RUNNING' do nothing"""))
                .bind("ids", Columns.of(all, it -> Uuid7.at(now), UUID[]::new))
                .bind("courts", Columns.of(all, Begun::court, String[]::new))
                .bind("laws", Columns.of(all, Begun::rules, String[]::new))
                .bind("dues", Columns.of(due, Due::date, LocalDate[]::new))
                .bind("provisional", Columns.of(due, Due::provisional, Boolean[]::new))
                .bind("calendar", edition.id())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static GenericExecuteSpec places(List<Begun> all, GenericExecuteSpec sql) {
        return sql.bind("filings", Columns.of(all, Begun::filingId, UUID[]::new))
                .bind("names", Columns.of(all, it -> it.rule().name(), String[]::new))
                .bind("anchors", Columns.of(all, it -> it.term().anchor(), LocalDate[]::new))
                .bind("lengths", Columns.of(all, it -> it.term().rule().toString(), String[]::new));
    }

    Mono<Void> end(List<Ended> all, Instant now) {
        return all.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        update deadline set state = it.state, ended_at = greatest(:now, started_at)
                        from unnest(:ids::uuid[], :states::text[]) as it (id, state) where deadline.id = it.id""")
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("ids", Columns.of(all, it -> it.deadline().id(), UUID[]::new))
                        .bind("states", Columns.of(all, it -> it.state().name(), String[]::new))
                        .then();
    }

    Mono<Void> extend(Deadline deadline, LocalDate until, Instant now) {
        return database.sql("""
                        update deadline set state = 'RUNNING', ended_at = null, due = :until, extended_to = :until,
                            provisional = false where id = :id""")
                .bind("until", until)
                .bind("id", deadline.id())
                .then()
                .then(Mono.defer(() -> remember(deadline, until, Why.EXTENSION, now)));
    }

    /** Writes what a limit's last day is under a calendar. */
    Mono<Void> move(Deadline deadline, LastDay last, String calendar) {
        var spec = database.sql("""
                        update deadline set due = :due, provisional = :provisional, calendar = :calendar, stands_on = :stands
                        where id = :id""")
                .bind("due", last.due().date())
                .bind("provisional", last.due().provisional())
                .bind("calendar", calendar)
                .bind("id", deadline.id());
        LocalDate stands = last.standsOn();
        return (stands == null ? spec.bindNull("stands", LocalDate.class) : spec.bind("stands", stands)).then();
    }

    Mono<Void> remember(Deadline deadline, LocalDate due, Why why, Instant now) {
        return database.sql("""
                        insert into deadline_history (deadline_id, old_due, new_due, why, at)
                        values (:id, :old, :new, :why, :now)""")
                .bind("id", deadline.id())
                .bind("old", deadline.due())
                .bind("new", due)
                .bind("why", why.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Those that run; of one rule a filing has one at most. */
    Flux<Deadline> lockRunning(List<Ending> endings) {
        return database.sql("select " + COLUMNS + " from deadline where state = 'RUNNING' and (filing_id, rule) in "
                        + "(select * from unnest(:filings::uuid[], :rules::text[])) order by id for update")
                .bind("filings", Columns.of(endings, Ending::filingId, UUID[]::new))
                .bind("rules", Columns.of(endings, it -> it.rule().name(), String[]::new))
                .mapProperties(Deadline.class)
                .all();
    }

    Mono<Deadline> lockLatest(UUID filingId, Rule rule) {
        return latest(filingId, rule, " for update");
    }

    Mono<Deadline> latest(UUID filingId, Rule rule) {
        return latest(filingId, rule, "");
    }

    private Mono<Deadline> latest(UUID filingId, Rule rule, String lock) {
        return database.sql("select " + COLUMNS + " from deadline where filing_id = :filing and rule = :rule "
                        + "order by seq desc limit 1" + lock)
                .bind("filing", filingId)
                .bind("rule", rule.name())
                .mapProperties(Deadline.class)
                .one();
    }

    Flux<Deadline> of(UUID filingId) {
        return database.sql("select " + COLUMNS + " from deadline where filing_id = :filing order by seq")
                .bind("filing", filingId)
                .mapProperties(Deadline.class)
                .all();
    }

    Flux<Moved> history(UUID filingId) {
        return database.sql("""
                        select deadline_id, rule, old_due, new_due, why, at from deadline_history
                        join deadline on deadline.id = deadline_id where filing_id = :filing order by deadline_history.id""")
                .bind("filing", filingId)
                .mapProperties(Moved.class)
                .all();
    }
}
