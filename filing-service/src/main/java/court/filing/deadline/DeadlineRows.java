package court.filing.deadline;

import court.filing.deadline.Deadline.State;
import court.platform.calendar.Due;
import court.platform.calendar.Term;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
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
    record Begun(UUID filingId, String court, Rule rule, Term term, String rules) {}

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

    /** Ends the one that runs under the same rule, unless it is the same term. */
    Mono<Void> cancelOther(Begun begun, Instant now) {
        return database.sql("""
                        update deadline set state = 'CANCELLED', ended_at = greatest(:now, started_at)
                        where filing_id = :filing and rule = :rule and state = 'RUNNING'
                            and not (anchor = :anchor and length = :length)""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("filing", begun.filingId())
                .bind("rule", begun.rule().name())
                .bind("anchor", begun.term().anchor())
                .bind("length", begun.term().rule().toString())
                .then();
    }

    Mono<Void> insert(Begun begun, Due due, String calendar, Instant now) {
        return database.sql("""
                        insert into deadline (id, filing_id, court, rule, rules, anchor, length, due, provisional, calendar,
                            state, started_at)
                        values (:id, :filing, :court, :rule, :rules, :anchor, :length, :due, :provisional, :calendar,
                            'RUNNING', :now)
                        on conflict (filing_id, rule) where state = 'RUNNING' do nothing""")
                .bind("id", Uuid7.at(now))
                .bind("filing", begun.filingId())
                .bind("court", begun.court())
                .bind("rule", begun.rule().name())
                .bind("rules", begun.rules())
                .bind("anchor", begun.term().anchor())
                .bind("length", begun.term().rule().toString())
                .bind("due", due.date())
                .bind("provisional", due.provisional())
                .bind("calendar", calendar)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> end(Deadline deadline, State state, Instant now) {
        return database.sql("update deadline set state = :state, ended_at = greatest(:now, started_at) where id = :id")
                .bind("state", state.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", deadline.id())
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
