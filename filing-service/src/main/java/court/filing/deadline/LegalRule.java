package court.filing.deadline;

import court.platform.calendar.EnforcementTerm;
import court.platform.calendar.Exclusion;
import court.platform.calendar.Term;
import court.platform.contract.Party;
import court.platform.security.Role;
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
 * @param prolongedBy who may prolong it; nobody where empty
 * @param approvedBy who decides on prolonging it and on what is not counted; null where nobody does
 * @param tell who is told of such a limit, and when
 */
public record LegalRule(
        Rule rule,
        String id,
        @Nullable Period length,
        String source,
        Set<Exclusion.Kind> notCounted,
        Set<EnforcementTerm.By> prolongedBy,
        @Nullable Role approvedBy,
        Telling tell) {

    /**
     * Who is told of a limit besides the court, and when. The days are the court's practice, not law.
     *
     * @param concerns the side it concerns; empty for the court only
     * @param daysBefore how many days before its last day the room is reminded; never where empty
     * @param opens whether a way opens when it is over, instead of something being late
     */
    public record Telling(Set<Party.Role> concerns, Set<Integer> daysBefore, boolean opens) {

        public Telling {
            concerns = Set.copyOf(concerns);
            daysBefore = Set.copyOf(daysBefore);
        }
    }

    public LegalRule {
        notCounted = Set.copyOf(notCounted);
        prolongedBy = Set.copyOf(prolongedBy);
    }

    /** Whose decision changes the term. */
    Role approver() {
        if (approvedBy == null) {
            throw new IllegalStateException("nobody changes " + rule);
        }
        return approvedBy;
    }

    /** The term that begins with what happened that day. */
    public Term from(LocalDate anchor) {
        if (length == null) {
            throw new IllegalStateException("the judge sets how long: " + rule);
        }
        return new Term(length, anchor);
    }

    /** The same, with what prolonged it and the grounds, as far as this rule knows them. */
    public EnforcementTerm from(
            LocalDate anchor, List<EnforcementTerm.Prolongation> prolonged, List<Exclusion> grounds) {
        return new EnforcementTerm(
                from(anchor),
                prolonged.stream().filter(it -> prolongedBy.contains(it.by())).toList(),
                grounds.stream().filter(it -> notCounted.contains(it.kind())).toList());
    }
}
