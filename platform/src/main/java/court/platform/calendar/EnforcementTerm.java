package court.platform.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A term of enforcement 执行期限 (K4): a length from the day of its anchor, prolonged by who may, without the days that
 * are not counted. Its last day is derived each time, like that of any {@link Term}.
 *
 * <p>法释〔2000〕29号 art. 5: six months, three by the court's president, further by report to the high court.
 *
 * @param term the length the law gives, from acceptance or receipt
 */
public record EnforcementTerm(Term term, List<Prolongation> prolonged, List<Exclusion> excluded) {

    private static final int PRESIDENTS_MONTHS = 3;

    /** Who prolongs. */
    public enum By {
        /** 本院院长 */
        PRESIDENT,
        /** 报请高级人民法院 */
        HIGH_COURT
    }

    /** More months. */
    public record Prolongation(By by, int months) {

        public Prolongation {
            if (months < 1 || (by == By.PRESIDENT && months > PRESIDENTS_MONTHS)) {
                throw new IllegalArgumentException(by + " cannot prolong by " + months + " months");
            }
        }
    }

    public EnforcementTerm {
        prolonged = List.copyOf(prolonged);
        excluded = List.copyOf(excluded);
        for (int i = 0; i < prolonged.size(); i++) {
            if ((prolonged.get(i).by() == By.PRESIDENT) != (i == 0)) {
                throw new IllegalArgumentException("the president prolongs first and once, then the high court");
            }
        }
    }

    /** The term as the law gives it. */
    public EnforcementTerm(Term term) {
        this(term, List.of(), List.of());
    }

    /** The day since which nothing is counted; null while the term runs. */
    public @Nullable LocalDate standsSince() {
        return excluded.stream()
                .filter(it -> it.to() == null)
                .map(Exclusion::from)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * The last day as known today. While a ground lasts its days are not counted up to today, and the date is provisional:
     * it moves on each day.
     */
    public Due due(LegalCalendar calendar, LocalDate today) {
        LocalDate last = term.anchor().plus(whole());
        List<Exclusion> known = excluded.stream().flatMap(it -> asOf(it, today)).toList();
        LocalDate moved = last;
        LocalDate before;
        do { // days gained can reach the next exclusion
            before = moved;
            moved = last.plusDays(Exclusion.days(known, term.anchor(), before));
        } while (!moved.equals(before));
        LocalDate due = calendar.workingDayFrom(moved);
        return new Due(due, standsSince() != null || calendar.isProvisional(moved) || calendar.isProvisional(due));
    }

    private Period whole() {
        int more = prolonged.stream().mapToInt(Prolongation::months).sum();
        return term.rule().plusMonths(more);
    }

    /** What stands still up to today; a ground that begins later gains nothing yet. */
    private static Stream<Exclusion> asOf(Exclusion it, LocalDate today) {
        if (it.to() != null) {
            return Stream.of(it);
        }
        return today.isBefore(it.from()) ? Stream.empty() : Stream.of(new Exclusion(it.kind(), it.from(), today));
    }
}
