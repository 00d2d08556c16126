package court.filing.filing;

import court.filing.deadline.Deadline;
import court.filing.deadline.DeadlineRows.Moved;
import court.filing.deadline.DeadlineRows.Why;
import court.filing.deadline.Deadlines;
import court.filing.deadline.LegalRule;
import court.filing.deadline.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A limit of a case as the room shows it. Dates are days in Asia/Shanghai.
 *
 * @param ruleId as the court's rule book numbers it
 * @param source law and article
 * @param anchor the day it is counted from, which does not count itself (rule K1)
 * @param daysLeft calendar days (rule K6); negative when past
 * @param provisional the holidays of that time are not announced yet, or the term stands still
 * @param history what moved its last day, oldest first
 */
record CaseDeadline(
        UUID id,
        Rule rule,
        String ruleId,
        String source,
        LocalDate anchor,
        LocalDate due,
        long daysLeft,
        boolean provisional,
        Standing state,
        List<Move> history) {

    /** Where a limit stands today. */
    enum Standing {
        RUNNING,
        /** 中止计算: what is not counted lasts (rule K4) */
        SUSPENDED,
        MET,
        /** its last day is over, whether or not it was done later */
        MISSED,
        /** it is over and what it kept closed is open, such as the way to the upper court */
        OPEN,
        CANCELLED
    }

    /** One move of the last day. */
    record Move(LocalDate oldDue, LocalDate newDue, Why why, Instant at) {}

    static CaseDeadline of(Deadline it, List<Moved> moved, LocalDate today) {
        LegalRule rule = Deadlines.rule(it);
        return new CaseDeadline(
                it.id(),
                it.rule(),
                rule.id(),
                rule.source(),
                it.anchor(),
                it.due(),
                it.daysLeft(today),
                it.provisional(),
                standing(it, rule, today),
                moved.stream()
                        .filter(move -> move.deadlineId().equals(it.id()))
                        .map(move -> new Move(move.oldDue(), move.newDue(), move.why(), move.at()))
                        .toList());
    }

    private static Standing standing(Deadline it, LegalRule rule, LocalDate today) {
        return switch (it.state()) {
            case MET -> Standing.MET;
            case MISSED -> Standing.MISSED;
            case CANCELLED -> Standing.CANCELLED;
            case RUNNING -> {
                if (it.standsOn() != null) {
                    yield Standing.SUSPENDED;
                }
                if (!it.missed(today)) {
                    yield Standing.RUNNING;
                }
                yield rule.tell().opens() ? Standing.OPEN : Standing.MISSED;
            }
        };
    }
}
