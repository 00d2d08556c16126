package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.deadline.Deadline.State;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlineClockIT {

    private final LimitsUnderTest limits = new LimitsUnderTest();
    private final UUID filing = UUID.randomUUID();

    @AfterEach
    void rightClock() {
        limits.offset("PT0S");
    }

    @Test
    @DisplayName("RF1, K1: done on the last day is met, the day after it is missed")
    void whatIsDoneInTimeIsMetAndLateIsMissed() {
        LocalDate today = LegalCalendar.dateOf(Instant.now());
        UUID late = UUID.randomUUID();
        limits.start(filing, Rule.DECIDE_FILING, Term.days(7, today));
        limits.start(late, Rule.DECIDE_FILING, Term.days(7, today));
        LocalDate due = limits.only(filing).due();

        limits.offset("P" + limits.only(filing).daysLeft(today) + "D");
        limits.end(filing, Rule.DECIDE_FILING, Ending.How.DONE);
        limits.offset("P" + (limits.only(late).daysLeft(today) + 1) + "D");
        limits.end(late, Rule.DECIDE_FILING, Ending.How.DONE);

        assertThat(limits.only(filing).state()).isEqualTo(State.MET);
        assertThat(limits.only(late).state()).isEqualTo(State.MISSED);
        assertThat(due).isAfterOrEqualTo(today.plusDays(7));
    }

    @Test
    void aClockSetBackLeavesTermsAsTheyAre() {
        Deadline begun = limits.begun(filing);

        limits.offset("PT-48H");
        limits.start(filing, Rule.DECIDE_FILING, begun.term());
        limits.end(filing, Rule.DECIDE_FILING, Ending.How.DONE);

        Deadline ended = limits.only(filing);
        assertThat(ended.state()).isEqualTo(State.MET);
        assertThat(ended.due()).isEqualTo(begun.due());
        assertThat(ended.endedAt()).isAfterOrEqualTo(ended.startedAt());
    }

    @Test
    void aMissedLimitStaysMissedWhenTheClockIsSetBack() {
        limits.begun(filing);
        limits.offset("P60D");
        limits.end(filing, Rule.DECIDE_FILING, Ending.How.DONE);

        limits.offset("PT0S");
        limits.end(filing, Rule.DECIDE_FILING, Ending.How.DONE);

        assertThat(limits.only(filing).state()).isEqualTo(State.MISSED);
    }
}
