package court.filing.room;

import court.filing.deadline.Deadline;
import court.filing.deadline.Deadlines;
import court.filing.deadline.LegalRules;
import court.platform.calendar.LegalCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Of which limits the room is to be reminded: each once per last day and number of days before it, and once when it is over. */
@Repository
class DueReminders {

    /** The day after the last day, when a limit is over. */
    private static final int OVER = -1;

    private static final int AT_ONCE = 200;
    private static final LegalRules RULES = LegalRules.published();

    private final DatabaseClient database;
    private final Deadlines deadlines;
    private final Clock clock;

    DueReminders(DatabaseClient database, Deadlines deadlines, Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * A limit of which the room is to be reminded.
     *
     * @param days the stage reached: so many days before its last day, or {@value #OVER}
     */
    record Reached(UUID id, UUID filingId, LocalDate due, int days) {}

    private record Stage(String rule, int days) {}

    /**
     * What is to be told now. A limit begun within a stage is not reminded of at that stage, stages passed by together are one
     * reminder, and a term that stands still is not reminded of until it runs again.
     */
    Mono<List<Reached>> reached() {
        LocalDate today = LegalCalendar.dateOf(clock.instant());
        List<Stage> stages = stages(today);
        return database.sql("""
                        select distinct on (d.id) d.id, d.filing_id, d.due, s.days
                        from deadline d join unnest(:rules::text[], :days::int[]) as s (rule, days) on s.rule = d.rule
                        where d.state = 'RUNNING' and d.stands_on is null and d.due - s.days <= :today
                            and (d.started_at at time zone 'Asia/Shanghai')::date < d.due - s.days
                            and not exists (select from room_reminder r
                                where r.deadline_id = d.id and r.due = d.due and r.days <= s.days)
                        order by d.id, s.days limit :most""")
                .bind("rules", stages.stream().map(Stage::rule).toArray(String[]::new))
                .bind("days", stages.stream().map(Stage::days).toArray(Integer[]::new))
                .bind("today", today)
                .bind("most", AT_ONCE)
                .mapProperties(Reached.class)
                .all()
                .collectList();
    }

    private static List<Stage> stages(LocalDate today) {
        return RULES.on(today).rules().stream()
                .filter(rule -> !rule.tell().daysBefore().isEmpty())
                .flatMap(rule -> Stream.concat(rule.tell().daysBefore().stream(), Stream.of(OVER))
                        .map(days -> new Stage(rule.rule().name(), days)))
                .toList();
    }

    /** The limit, for whoever comes first while it still runs to that day. Inside the write unit that reminds. */
    Mono<Deadline> first(Reached reached) {
        return database.sql("""
                        insert into room_reminder (deadline_id, due, days, told_at)
                        select id, due, :days, :now from deadline
                        where id = :id and due = :due and state = 'RUNNING' and stands_on is null for update
                        on conflict do nothing""")
                .bind("days", reached.days())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", reached.id())
                .bind("due", reached.due())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(first -> deadlines
                        .of(reached.filingId())
                        .filter(it -> it.id().equals(reached.id()))
                        .next());
    }
}
