package court.filing.deadline;

import court.platform.calendar.EnforcementTerm;
import court.platform.calendar.Exclusion;
import court.platform.calendar.Term;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one rule of law says about time.
 *
 * @param id as the court's rule book numbers it
 * @param length null where the judge sets it
 * @param source law and article
 * @param notCounted days on these grounds are not counted
 */
public record LegalRule(Rule rule, String id, @Nullable Period length, String source, Set<Exclusion.Kind> notCounted) {

    public LegalRule {
        notCounted = Set.copyOf(notCounted);
    }

    /** The term that begins with what happened that day. */
    public Term from(LocalDate anchor) {
        if (length == null) {
            throw new IllegalStateException("the judge sets how long: " + rule);
        }
        return new Term(length, anchor);
    }

    /** The same with what prolonged it, and of all grounds those that this rule knows. */
    public EnforcementTerm from(
            LocalDate anchor, List<EnforcementTerm.Prolongation> prolonged, List<Exclusion> grounds) {
        return new EnforcementTerm(
                from(anchor),
                prolonged,
                grounds.stream().filter(it -> notCounted.contains(it.kind())).toList());
    }
}
