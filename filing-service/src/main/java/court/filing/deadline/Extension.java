package court.filing.deadline;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.ExtensionDecided;
import court.platform.contract.FilingEvent.ExtensionRequested;
import court.platform.json.Secret;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for another limit in place of one missed without fault 申请顺延期限 (Civil Procedure Law art. 86, rule K5).
 *
 * <pre>
 *   Requested ──grant──▶ Granted
 *       └──────refuse──▶ Refused
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface Extension {

    Rule rule();

    /** Last day of the limit that was missed. */
    LocalDate missed();

    /** What a step yields: the next state and what is to be told. */
    record Step(Extension next, FilingEvent told) {}

    /**
     * What somebody asks for.
     *
     * @param lastDay last day to ask, ten days after the obstacle ended
     */
    record Asked(
            Secret obstacle,
            LocalDate endedOn,
            LocalDate lastDay,
            @Nullable String outageId) {}

    /** Somebody asks, after missing a limit; of an earlier request for the same limit nothing may be open or decided. */
    static Step request(@Nullable Extension before, Asked asked, Deadline limit, LocalDate today) {
        if (before instanceof Requested) {
            throw ExtensionRefusal.ALREADY_REQUESTED.because();
        }
        if (!limit.missed(today)) {
            throw ExtensionRefusal.NOT_MISSED.because();
        }
        if (before != null && before.rule() == limit.rule() && before.missed().equals(limit.due())) {
            throw ExtensionRefusal.ALREADY_DECIDED.because();
        }
        if (today.isAfter(asked.lastDay())) {
            throw ExtensionRefusal.TOO_LATE.because(asked.lastDay());
        }
        return new Step(
                new Requested(limit.rule(), limit.due(), asked.obstacle(), asked.endedOn(), asked.outageId()),
                new ExtensionRequested(
                        limit.rule().name(), limit.due(), asked.obstacle(), asked.endedOn(), asked.outageId()));
    }

    /** Before the court. */
    record Requested(
            Rule rule,
            LocalDate missed,
            Secret obstacle,
            LocalDate endedOn,
            @Nullable String outageId) implements Extension {

        private static final int MOST_DAYS = 90;

        public Step grant(LocalDate until, Secret reason, String decidedBy, LocalDate today) {
            if (!until.isAfter(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
                throw ExtensionRefusal.UNTIL_OUT_OF_RANGE.because();
            }
            return new Step(
                    new Granted(rule, missed, until, reason),
                    new ExtensionDecided(rule.name(), true, until, reason, decidedBy));
        }

        public Step refuse(Secret reason, String decidedBy) {
            return new Step(
                    new Refused(rule, missed, reason),
                    new ExtensionDecided(rule.name(), false, null, reason, decidedBy));
        }
    }

    /** The limit runs again. */
    record Granted(Rule rule, LocalDate missed, LocalDate until, Secret reason) implements Extension {}

    /** It stays missed. */
    record Refused(Rule rule, LocalDate missed, Secret reason) implements Extension {}
}
