package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.deadline.Deadline.State;
import court.filing.deadline.DeadlineRows.Moved;
import court.filing.deadline.DeadlineRows.Why;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExtensionsIT {

    private final LimitsUnderTest limits = new LimitsUnderTest();
    private final Extensions extensions = limits.bean(Extensions.class);
    private final UUID filing = UUID.randomUUID();
    private final LocalDate today = LegalCalendar.dateOf(Instant.now());

    @Test
    @DisplayName("K5: granted, the limit runs again to the day the court set, whatever the calendar does")
    void k5AGrantedExtensionRunsAgain() {
        limits.start(filing, Rule.CORRECTION, Term.days(3, today.minusDays(40)));
        ExtensionForm form = new ExtensionForm("生病住院", today.minusDays(2), null);

        Extension.Step asked = limits.unit(extensions.request(null, filing, form));
        limits.unit(extensions.decide(
                asked.next(), filing, new ExtensionForm.Decision(true, today.plusDays(7), "属实"), "judge"));
        limits.announce(LimitsUnderTest.AS_FIRST_ANNOUNCED);
        limits.announce(LimitsUnderTest.AS_CHANGED);

        assertThat(limits.only(filing).state()).isEqualTo(State.RUNNING);
        assertThat(limits.only(filing).due()).isEqualTo(today.plusDays(7));
        assertThat(limits.history(filing)).extracting(Moved::why).containsExactly(Why.EXTENSION);
    }

    @Test
    @DisplayName("K5: incomplete, late or groundless requests are refused with a sentence")
    void k5BadRequestsAreRefused() {
        assertThat(limits.refusal(extensions.request(null, filing, form("x", today))))
                .isEqualTo(ExtensionRefusal.NOT_MISSED);
        limits.start(filing, Rule.CORRECTION, Term.days(3, today.minusDays(60)));

        assertThat(limits.refusal(extensions.request(null, filing, form("x", today.minusDays(40)))))
                .isEqualTo(ExtensionRefusal.TOO_LATE);
        assertThat(limits.refusal(extensions.request(null, filing, new ExtensionForm("x", today, UUID.randomUUID()))))
                .isEqualTo(ExtensionRefusal.NO_SUCH_OUTAGE);
        assertThat(limits.refusal(
                        extensions.decide(null, filing, new ExtensionForm.Decision(true, today, "x"), "judge")))
                .isEqualTo(ExtensionRefusal.NOTHING_REQUESTED);
    }

    private static ExtensionForm form(String obstacle, LocalDate endedOn) {
        return new ExtensionForm(obstacle, endedOn, null);
    }
}
