package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.filing.application.Application;
import court.filing.application.Channel;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.model.Refused.Fault;
import court.platform.security.Actor;
import court.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filing in a list, and the answer to every step: nothing protected in it.
 *
 * @param id the case's one id from here on
 * @param decideBy last day for the court to decide, Asia/Shanghai (rule RF1)
 * @param daysLeft calendar days until then, or until the answer to a correction is due (rule K6); negative when past
 * @param due last day to answer a correction
 * @param corrected it came back after a correction
 * @param underReview whether a filing judge has taken the review, while the court has yet to decide
 * @param reviewer staff id of that judge, for the court only
 * @param missing what stands against handing it in, while it is in the applicant's hands
 * @param advice what does not, but is worth a look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilingSummary(
        UUID id,
        long version,
        String state,
        String stateText,
        Channel channel,
        @Nullable String courtCode,
        Claim.@Nullable Kind claimKind,
        @Nullable String claimAmount,
        Basis.@Nullable Kind basisKind,
        int materials,
        @Nullable Instant submittedAt,
        @Nullable LocalDate decideBy,
        @Nullable Long daysLeft,
        @Nullable LocalDate due,
        @Nullable Boolean corrected,
        @Nullable Boolean underReview,
        @Nullable String reviewer,
        @Nullable String caseNumber,
        @Nullable String judgeName,
        Ruling.@Nullable Reason refusedFor,
        @Nullable List<Fault> missing,
        @Nullable List<Fault> advice)
        implements Versioned {

    static FilingSummary of(Actor viewer, Stored stored, CourtDay day) {
        Filing filing = stored.filing();
        Application it = filing.application();
        String reviewer = filing.docket().reviewer();
        Filing.Submitted submitted = filing instanceof Filing.Submitted yes ? yes : null;
        Filing.Accepted accepted = filing instanceof Filing.Accepted yes ? yes : null;
        LocalDate decideBy = submitted == null
                ? null
                : submitted.decideBy().due(day.calendar()).date();
        LocalDate due =
                filing instanceof Filing.Returned returned ? returned.docket().answerBy(day.calendar()) : null;
        LocalDate next = decideBy == null ? due : decideBy;
        return new FilingSummary(
                filing.id(),
                stored.version(),
                filing.stateName(),
                stateInChinese(filing),
                filing.papers().channel(),
                it == null ? null : it.courtCode(),
                it == null ? null : it.claim().kind(),
                it == null ? null : amount(it.claim()),
                it == null ? null : it.basis().kind(),
                filing.papers().materials().size(),
                submitted == null ? null : submitted.at(),
                decideBy,
                next == null ? null : ChronoUnit.DAYS.between(day.today(), next),
                due,
                submitted == null ? null : submitted.corrected(),
                submitted == null ? null : reviewer != null,
                viewer.isStaff() ? reviewer : null,
                accepted == null ? null : accepted.number().text(),
                accepted == null ? null : accepted.judge().name(),
                filing instanceof Filing.Refused refused ? refused.ruling().reason() : null,
                null,
                null);
    }

    private static @Nullable String amount(Claim claim) {
        var amount = claim.amount();
        return amount == null ? null : amount.text();
    }

    /** The same with what is still missing. */
    FilingSummary assessed(List<Fault> missing, List<Fault> advice) {
        return new FilingSummary(
                id,
                version,
                state,
                stateText,
                channel,
                courtCode,
                claimKind,
                claimAmount,
                basisKind,
                materials,
                submittedAt,
                decideBy,
                daysLeft,
                due,
                corrected,
                underReview,
                reviewer,
                caseNumber,
                judgeName,
                refusedFor,
                missing,
                advice);
    }

    static String stateInChinese(Filing filing) {
        return switch (filing) {
            case Filing.Draft _ -> "草稿";
            case Filing.Returned _ -> "待补正";
            case Filing.Submitted _ -> "审查中";
            case Filing.Accepted _ -> "已立案";
            case Filing.Refused _ -> "不予受理";
            case Withdrawn _ -> "已撤回";
        };
    }
}
