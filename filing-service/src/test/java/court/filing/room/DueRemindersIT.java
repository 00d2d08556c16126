package court.filing.room;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.Courthouse;
import court.filing.deadline.Deadline;
import court.filing.deadline.Deadlines;
import court.filing.deadline.Ending;
import court.filing.deadline.Rule;
import court.filing.room.DueReminders.Reached;
import court.platform.calendar.LegalCalendar;
import court.platform.outbox.WriteUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DueRemindersIT {

    private static final Courthouse HOUSE = Courthouse.shared();

    private final DueReminders reminders = HOUSE.bean(DueReminders.class);
    private final LocalDate today = LegalCalendar.dateOf(Instant.now());
    private final UUID filing = UUID.randomUUID();
    private final LocalDate due = begun(today);

    @AfterEach
    void rightClock() {
        HOUSE.offset("PT0S");
    }

    /** A limit of ten days. */
    private LocalDate begun(LocalDate anchor) {
        Deadlines deadlines = HOUSE.bean(Deadlines.class);
        unit(deadlines.start(List.of(Deadlines.begun(
                filing, "沪0117", Rule.ENFORCEMENT_NOTICE, Deadlines.term(Rule.ENFORCEMENT_NOTICE, anchor)))));
        return Objects.requireNonNull(deadlines.of(filing).blockLast()).due();
    }

    private static <T> T unit(Mono<T> work) {
        return HOUSE.bean(WriteUnit.class).run(() -> work).block();
    }

    private List<Reached> reached() {
        return Objects.requireNonNull(reminders.reached().block()).stream()
                .filter(it -> it.filingId().equals(filing))
                .toList();
    }

    private void daysBefore(int days) {
        HOUSE.offset("P" + (ChronoUnit.DAYS.between(today, due) - days) + "D");
    }

    private Deadline first(Reached reached) {
        return unit(reminders.first(reached));
    }

    @Test
    void ofTwoWhoSawTheSameOneReminds() {
        daysBefore(7);
        Reached seenByBoth = reached().getFirst();

        assertThat(first(seenByBoth)).isNotNull();
        assertThat(first(seenByBoth)).isNull();
        assertThat(reached()).isEmpty();
    }

    @Test
    void whatEndedOrMovedMeanwhileIsNotRemindedOf() {
        daysBefore(3);
        Reached seen = reached().getFirst();
        assertThat(seen.days()).isEqualTo(3);

        HOUSE.database.execute("update deadline set due = due + 1 where filing_id = '" + filing + "'");
        assertThat(first(seen)).isNull();
        HOUSE.database.execute("update deadline set due = due - 1 where filing_id = '" + filing + "'");
        unit(HOUSE.bean(Deadlines.class)
                .end(List.of(new Ending(filing, Rule.ENFORCEMENT_NOTICE, Ending.How.DONE, today))));
        assertThat(first(seen)).isNull();

        assertThat(reached()).isEmpty();
    }

    @Test
    void aLimitBegunSoNearItsEndIsNotRemindedOfAtOnce() {
        daysBefore(7);
        HOUSE.database.execute("update deadline set started_at = now() + interval '"
                + ChronoUnit.DAYS.between(today, due.minusDays(7)) + " days' where filing_id = '" + filing + "'");

        assertThat(reached()).isEmpty();
        daysBefore(3);
        assertThat(reached()).extracting(Reached::days).containsExactly(3);
    }
}
