package court.platform.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days that a term of enforcement does not count 扣除期间 (K4).
 *
 * @param from the first day not counted
 * @param to the last day not counted; null while it lasts
 */
public record Exclusion(Kind kind, LocalDate from, @Nullable LocalDate to) {

    /** Why days are not counted. Which kinds a rule knows is data. */
    public enum Kind {
        /** 公告 */
        PUBLIC_NOTICE,
        /** 鉴定评估 */
        APPRAISAL,
        /** 拍卖变卖 */
        AUCTION,
        /** 管辖争议处理 */
        JURISDICTION_DISPUTE,
        /** 执行争议协调 */
        COORDINATION,
        /** 暂缓执行 */
        DEFERRAL,
        /** 中止执行 */
        SUSPENSION,
        /** 和解或者担保暂缓 */
        SETTLEMENT_DEFERRAL
    }

    public Exclusion {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to + " before it begins on " + from);
        }
    }

    /** How many days after {@code anchor}, up to {@code last}, are not counted; a day under two exclusions once. */
    static long days(Collection<Exclusion> all, LocalDate anchor, LocalDate last) {
        LocalDate next = anchor.plusDays(1);
        long days = 0;
        for (Exclusion it : inOrder(all)) {
            LocalDate from = it.from.isBefore(next) ? next : it.from;
            LocalDate to = it.to == null || it.to.isAfter(last) ? last : it.to;
            if (!to.isBefore(from)) {
                days += ChronoUnit.DAYS.between(from, to) + 1;
                next = to.plusDays(1);
            }
        }
        return days;
    }

    private static List<Exclusion> inOrder(Collection<Exclusion> all) {
        return all.stream().sorted(Comparator.comparing(Exclusion::from)).toList();
    }
}
