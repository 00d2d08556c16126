package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.filing.deadline.Extension.Asked;
import court.filing.deadline.Extension.Granted;
import court.filing.deadline.Extension.Refused;
import court.filing.deadline.Extension.Requested;
import court.platform.contract.FilingEvent.ExtensionDecided;
import court.platform.contract.FilingEvent.ExtensionRequested;
import court.platform.json.Secret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExtensionTest {

    private static final Secret WHY = new Secret("case", "平台故障");
    private static final LocalDate DUE = LocalDate.parse("2026-03-09");

    @Test
    @DisplayName("K5: who missed a limit asks within ten days after the obstacle ended, and the court grants another")
    void k5AMissedLimitMayBeExtended() {
        Extension.Step asked =
                Extension.request(null, asked("2026-03-20"), limit(Deadline.State.RUNNING), DUE.plusDays(1));

        Extension.Step granted = ((Requested) asked.next())
                .grant(LocalDate.parse("2026-03-17"), WHY, "judge", LocalDate.parse("2026-03-11"));

        assertThat(asked.told()).isInstanceOf(ExtensionRequested.class);
        assertThat(granted.next()).isEqualTo(new Granted(Rule.CORRECTION, DUE, LocalDate.parse("2026-03-17"), WHY));
        assertThat(granted.told())
                .isEqualTo(new ExtensionDecided("CORRECTION", true, LocalDate.parse("2026-03-17"), WHY, "judge"));
    }

    @Test
    @DisplayName("K5: the court may refuse, with its reason")
    void k5TheCourtMayRefuse() {
        Extension.Step refused = requested().refuse(WHY, "judge");

        assertThat(refused.next()).isEqualTo(new Refused(Rule.CORRECTION, DUE, WHY));
        assertThat(refused.told()).isEqualTo(new ExtensionDecided("CORRECTION", false, null, WHY, "judge"));
    }

    @Test
    @DisplayName("K5: on the tenth day it is in time, on the eleventh it is not")
    void k5TenDaysAfterTheObstacleEnded() {
        Asked asked = asked("2026-03-20");

        assertThat(ask(null, asked, "2026-03-20").next()).isInstanceOf(Requested.class);
        refused(ExtensionRefusal.TOO_LATE, () -> ask(null, asked, "2026-03-21"));
    }

    @Test
    void onItsLastDayALimitIsNotMissedYet() {
        refused(ExtensionRefusal.NOT_MISSED, () -> ask(null, asked("2026-03-20"), "2026-03-09"));
        assertThat(Extension.request(null, asked("2026-03-20"), limit(Deadline.State.MISSED), DUE)
                        .next())
                .isInstanceOf(Requested.class);
        refused(
                ExtensionRefusal.NOT_MISSED,
                () -> Extension.request(null, asked("2026-03-20"), limit(Deadline.State.MET), DUE.plusDays(1)));
    }

    @Test
    void thereIsOneRequestAtATimeAndOneDecisionForALimit() {
        refused(ExtensionRefusal.ALREADY_REQUESTED, () -> ask(requested(), asked("2026-03-20"), "2026-03-10"));
        refused(
                ExtensionRefusal.ALREADY_DECIDED,
                () -> ask(new Refused(Rule.CORRECTION, DUE, WHY), asked("2026-03-20"), "2026-03-10"));
        assertThat(ask(new Granted(Rule.CORRECTION, DUE.minusDays(3), DUE, WHY), asked("2026-03-20"), "2026-03-10")
                        .next())
                .isInstanceOf(Requested.class);
    }

    @Test
    void theNewLastDayIsAfterTodayAndNotFarAway() {
        LocalDate today = LocalDate.parse("2026-03-11");

        for (LocalDate until : List.of(today, today.minusDays(1), today.plusDays(91), LocalDate.MAX, LocalDate.MIN)) {
            refused(ExtensionRefusal.UNTIL_OUT_OF_RANGE, () -> requested().grant(until, WHY, "judge", today));
        }
    }

    private static Requested requested() {
        return new Requested(Rule.CORRECTION, DUE, WHY, LocalDate.parse("2026-03-10"), null);
    }

    private static Extension.Step ask(@Nullable Extension before, Asked asked, String today) {
        return Extension.request(before, asked, limit(Deadline.State.RUNNING), LocalDate.parse(today));
    }

    private static Asked asked(String lastDay) {
        return new Asked(WHY, LocalDate.parse("2026-03-10"), LocalDate.parse(lastDay), null);
    }

    private static Deadline limit(Deadline.State state) {
        UUID id = new UUID(0, 1);
        LocalDate anchor = LocalDate.parse("2026-03-02");
        return new Deadline(id, id, Rule.CORRECTION, anchor, "P7D", DUE, false, state, null, Instant.EPOCH, null, null);
    }

    private static void refused(ExtensionRefusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        court.platform.model.Refused.class,
                        it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
