package court.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import court.platform.calendar.EnforcementTerm.By;
import court.platform.calendar.EnforcementTerm.Prolongation;
import court.platform.calendar.Exclusion.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnforcementTermTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();
    private static final LocalDate ACCEPTED = day("2025-01-06");
    private static final LocalDate TODAY = day("2025-06-10");
    private static final Prolongation PRESIDENT = new Prolongation(By.PRESIDENT, 3);

    @Test
    @DisplayName("K4: six months from acceptance, three for non-litigation review")
    void k4TheTermIsCountedFromAcceptance() {
        // 6 July 2025 is a Sunday, 6 April 2025 a Sunday of Qingming
        assertThat(due(Term.months(6, ACCEPTED), List.of())).isEqualTo("2025-07-07");
        assertThat(due(Term.months(3, ACCEPTED), List.of())).isEqualTo("2025-04-07");
    }

    @Test
    @DisplayName("K4: three months more by the president, further by report to the high court")
    void k4ProlongationsAddMonthsToTheWhole() {
        EnforcementTerm once = new EnforcementTerm(Term.months(6, day("2025-05-31")), List.of(PRESIDENT), List.of());
        EnforcementTerm again =
                new EnforcementTerm(once.term(), List.of(PRESIDENT, new Prolongation(By.HIGH_COURT, 6)), List.of());

        // not 30 November and then 28 February: nine months from 31 May; 28 February 2026 is worked in exchange
        assertThat(once.due(CALENDAR, TODAY).date()).isEqualTo("2026-02-28");
        assertThat(again.due(CALENDAR, TODAY).date()).isEqualTo("2026-08-31");
    }

    @Test
    @DisplayName("K4: who may prolong, how often and by how much")
    void k4ThePresidentProlongsOnceByThreeMonthsAtMost() {
        Term term = Term.months(6, ACCEPTED);
        Prolongation high = new Prolongation(By.HIGH_COURT, 3);

        assertThatIllegalArgumentException().isThrownBy(() -> new Prolongation(By.PRESIDENT, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Prolongation(By.HIGH_COURT, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnforcementTerm(term, List.of(PRESIDENT, PRESIDENT), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new EnforcementTerm(term, List.of(high), List.of()));
    }

    @Test
    @DisplayName("K4: days of an auction are not counted")
    void k4DaysOnAGroundAreAddedAtTheEnd() {
        // 6 July + 30 days = 5 August
        assertThat(due(Term.months(6, ACCEPTED), List.of(span(Kind.AUCTION, "2025-03-01", "2025-03-30"))))
                .isEqualTo("2025-08-05");
    }

    @Test
    @DisplayName("K4: overlapping grounds count once")
    void k4ADayUnderTwoGroundsIsLeftOutOnce() {
        List<Exclusion> grounds = List.of(
                span(Kind.APPRAISAL, "2025-03-11", "2025-03-30"),
                span(Kind.PUBLIC_NOTICE, "2025-03-01", "2025-03-20"),
                span(Kind.DEFERRAL, "2025-03-05", "2025-03-06"));

        assertThat(due(Term.months(6, ACCEPTED), grounds)).isEqualTo("2025-08-05");
    }

    @Test
    @DisplayName("K4: days gained may reach the next ground; days before the anchor and after the end do not matter")
    void k4OnlyDaysInsideTheTermAreLeftOut() {
        // 6 July + 10 = 16 July, where a ground of 10 days begins: 26 July, a Saturday: 28 July
        List<Exclusion> grounds = List.of(
                span(Kind.SUSPENSION, "2024-12-01", "2025-01-06"),
                span(Kind.COORDINATION, "2025-02-01", "2025-02-10"),
                span(Kind.JURISDICTION_DISPUTE, "2025-07-10", "2025-07-19"),
                span(Kind.SETTLEMENT_DEFERRAL, "2025-09-01", "2025-09-10"));

        assertThat(due(Term.months(6, ACCEPTED), grounds)).isEqualTo("2025-07-28");
    }

    @Test
    @DisplayName("K4: while a ground lasts the term stands still")
    void k4AnOpenGroundMovesTheDateDayByDay() {
        EnforcementTerm term = new EnforcementTerm(
                Term.months(6, ACCEPTED), List.of(), List.of(span(Kind.SUSPENSION, "2025-06-01", null)));

        assertThat(term.standsSince()).isEqualTo("2025-06-01");
        assertThat(term.due(CALENDAR, day("2025-06-10"))).isEqualTo(new Due(day("2025-07-16"), true));
        assertThat(term.due(CALENDAR, day("2025-06-11")).date()).isEqualTo("2025-07-17");
        assertThat(term.due(CALENDAR, day("2025-05-01")).date()).isEqualTo("2025-07-07");
    }

    @Test
    @DisplayName("K4: a ground that lasted past the end keeps the rest of the term")
    void k4AGroundLongerThanTheRestKeepsTheRest() {
        // 6 days were left on 30 June: 29 June 2026 + 6 + first day
        List<Exclusion> grounds = List.of(span(Kind.SUSPENSION, "2025-07-01", "2026-06-30"));

        assertThat(due(Term.months(6, ACCEPTED), grounds)).isEqualTo("2026-07-06");
    }

    @Test
    void aGroundEndsAfterItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(Kind.AUCTION, "2025-03-02", "2025-03-01"));
    }

    private static LocalDate due(Term term, List<Exclusion> grounds) {
        return new EnforcementTerm(term, List.of(), grounds)
                .due(CALENDAR, TODAY)
                .date();
    }

    private static Exclusion span(Kind kind, String from, @Nullable String to) {
        return new Exclusion(kind, day(from), to == null ? null : day(to));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
