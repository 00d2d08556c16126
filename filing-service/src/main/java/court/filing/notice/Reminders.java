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

/** Of which last days somebody is to be reminded: each once, and again when it moved (rule, anchor, last day). */
@Repository
class Reminders {

    private static final int DAYS_BEFORE = 2;

    private final DatabaseClient database;
    private final Clock clock;

    Reminders(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A limit whose last day is near. */
    record Near(UUID deadlineId, UUID filingId, LocalDate due) {}

    /**
     * Corrections that are to be answered within two days, nobody having been reminded yet. A limit that was so short from
     * the beginning needs no reminder: the notice itself was one.
     */
    Mono<List<Near>> near() {
        LocalDate today = LegalCalendar.dateOf(clock.instant());
        return database.sql("""
                        select id as deadline_id, filing_id, due from deadline
                        where state = 'RUNNING' and rule = 'CORRECTION' and due between :today and :last
                            and anchor < due - :days
                            and not exists (select from reminder where deadline_id = deadline.id and reminder.due = deadline.due)
                        order by due limit 100""")
                .bind("today", today)
                .bind("last", today.plusDays(DAYS_BEFORE))
                .bind("days", DAYS_BEFORE)
                .mapProperties(Near.class)
                .all()
                .collectList();
    }

    /** True for whoever comes first while that limit still runs to that day. Inside the write unit that reminds. */
    Mono<Boolean> first(Near near) {
        return database.sql("""
                        insert into reminder (deadline_id, due, told_at)
                        select id, due, :now from deadline where id = :id and due = :due and state = 'RUNNING'
                        on conflict do nothing""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", near.deadlineId())
                .bind("due", near.due())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
