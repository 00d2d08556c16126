package court.platform.contract;

import java.time.LocalDate;

/**
 * A limit of a case 期限, as others are told of it. Dates are days in Asia/Shanghai.
 *
 * @param rule such as {@code ENFORCEMENT}
 * @param ruleId as the court's rule book numbers it
 * @param source law and article
 * @param anchor the day it is counted from
 * @param due its last day
 * @param provisional the holidays of that time are not announced yet
 */
public record Limit(
        String id, String rule, String ruleId, String source, LocalDate anchor, LocalDate due, boolean provisional) {}
