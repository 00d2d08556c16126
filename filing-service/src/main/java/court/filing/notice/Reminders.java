package court.filing.notice;

import court.platform.calendar.LegalCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** On which day somebody is to be reminded of a last day, once by (case, rule, last day). */
@Repository
class Reminders {

    /** The correction a filing was returned for (rule RF2). */
    private static final String CORRECTION = "RF2";

    private static final int DAYS_BEFORE = 2;

    private final DatabaseClient database;
    private final Clock clock;

    Reminders(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A reminder whose day has come. */
    record DueReminder(UUID caseId, LocalDate due) {}

    /** Remembers the last day for a correction, unless it is so near that the notice itself reminds. Inside a write unit. */
    Mono<Void> remember(UUID caseId, LocalDate due) {
        LocalDate on = due.minusDays(DAYS_BEFORE);
        if (!on.isAfter(today())) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into reminder (case_id, rule, due, remind_on) values (:case, :rule, :due, :on)
                        on conflict do nothing""")
                .bind("case", caseId)
                .bind("rule", CORRECTION)
                .bind("due", due)
                .bind("on", on)
                .then();
    }

    Mono<List<DueReminder>> due() {
        return database.sql("""
                        select case_id, due from reminder where told_at is null and remind_on <= :today
                        order by remind_on limit 100""")
                .bind("today", today())
                .mapProperties(DueReminder.class)
                .all()
                .collectList();
    }

    /** True for whoever comes first. Inside the write unit that reminds. */
    Mono<Boolean> spend(DueReminder reminder) {
        return database.sql("""
                        update reminder set told_at = :now
                        where case_id = :case and rule = :rule and due = :due and told_at is null""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("case", reminder.caseId())
                .bind("rule", CORRECTION)
                .bind("due", reminder.due())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
