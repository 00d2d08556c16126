package court.filing.deadline;

import court.platform.calendar.EnforcementTerm.By;
import court.platform.calendar.Exclusion;
import court.platform.contract.FilingEvent.TermWish;
import court.platform.json.Secret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A term of enforcement prolonged, or days of it not counted 延长、扣除执行期限 (K4): the judge of the case asks, who the rule
 * says decides.
 *
 * <pre>
 *   REQUESTED ──grant──▶ GRANTED ──resume──▶ GRANTED   (an exclusion that lasted has its last day)
 *       └──────refuse──▶ REFUSED
 * </pre>
 *
 * @param ruling null until it is decided
 * @param resumedBy staff id of who told that what was not counted is over
 */
public record TermChange(
        UUID id,
        UUID filingId,
        State state,
        TermWish wish,
        Secret reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Ruling ruling,
        @Nullable String resumedBy) {

    private static final int LONGEST_EXCLUSION_YEARS = 3;
    private static final int MOST_MONTHS = 12;
    private static final int PRESIDENTS_MONTHS = 3;

    /** Where it stands. */
    public enum State {
        REQUESTED,
        GRANTED,
        REFUSED
    }

    /** What was decided, by whom, why. */
    public record Ruling(String by, Secret reason, Instant at) {}

    /** Refuses what the rule does not know, or not in this order, or not for this term. */
    void mustFit(LegalRule rule, Deadline limit, List<TermChange> before, LocalDate today) {
        if (before.stream().anyMatch(it -> it.state == State.REQUESTED)) {
            throw TermRefusal.ALREADY_REQUESTED.because();
        }
        if (wish.prolongedBy() != null) {
            mustProlong(rule, limit, before, today);
        } else {
            mustExclude(rule, limit, today);
        }
    }

    private void mustProlong(LegalRule rule, Deadline limit, List<TermChange> before, LocalDate today) {
        By by = By.valueOf(String.valueOf(wish.prolongedBy()));
        int months = wish.months() == null ? 0 : wish.months();
        if (months < 1 || months > (by == By.PRESIDENT ? PRESIDENTS_MONTHS : MOST_MONTHS)) {
            throw TermRefusal.MONTHS_OUT_OF_RANGE.because();
        }
        boolean first = before.stream().noneMatch(it -> it.state == State.GRANTED && it.wish.prolongedBy() != null);
        if (!rule.prolongedBy().contains(by) || first != (by == By.PRESIDENT)) {
            throw TermRefusal.ORDER_OF_PROLONGING.because();
        }
        if (today.isAfter(limit.due())) {
            throw TermRefusal.TERM_OVER.because(limit.due());
        }
    }

    private void mustExclude(LegalRule rule, Deadline limit, LocalDate today) {
        LocalDate first = wish.firstDay();
        LocalDate last = wish.lastDay();
        if (!rule.notCounted().contains(Exclusion.Kind.valueOf(String.valueOf(wish.ground())))) {
            throw TermRefusal.GROUND_NOT_COUNTED.because();
        }
        if (first == null
                || !first.isAfter(limit.anchor())
                || first.isAfter(today)
                || first.isAfter(limit.due())
                || (last != null && (last.isBefore(first) || last.isAfter(first.plusYears(LONGEST_EXCLUSION_YEARS))))) {
            throw TermRefusal.DAYS_OUT_OF_RANGE.because();
        }
    }

    TermChange decide(boolean granted, Ruling decided) {
        if (state != State.REQUESTED) {
            throw TermRefusal.ALREADY_DECIDED.because();
        }
        if (requestedBy.equals(decided.by())) {
            throw TermRefusal.OWN_CASE.because();
        }
        State next = granted ? State.GRANTED : State.REFUSED;
        return new TermChange(id, filingId, next, wish, reason, requestedBy, requestedAt, decided, null);
    }

    /** What was not counted is over: the term runs again from the day after. */
    TermChange resume(@Nullable LocalDate lastDay, String by, LocalDate today) {
        if (state != State.GRANTED || wish.firstDay() == null || wish.lastDay() != null) {
            throw TermRefusal.NOT_STANDING.because();
        }
        if (lastDay == null || lastDay.isBefore(wish.firstDay()) || lastDay.isAfter(today)) {
            throw TermRefusal.RESUMED_OUT_OF_RANGE.because();
        }
        return new TermChange(id, filingId, state, wish.until(lastDay), reason, requestedBy, requestedAt, ruling, by);
    }
}
