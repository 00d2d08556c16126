package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.filing.filing.Filings.Stored;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filing in a list, and the answer to every step: nothing protected in it.
 *
 * @param id the case's one id from here on
 * @param decideBy last day for the court to decide, Asia/Shanghai (rule RF1)
 * @param corrected it came back after a correction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilingSummary(
        UUID id,
        long version,
        String state,
        String stateText,
        @Nullable String courtCode,
        Claim.@Nullable Kind claimKind,
        @Nullable String claimAmount,
        Basis.@Nullable Kind basisKind,
        int materials,
        @Nullable Instant submittedAt,
        @Nullable LocalDate decideBy,
        @Nullable Boolean corrected,
        @Nullable String caseNumber,
        @Nullable String judgeName)
        implements Versioned {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();

    static FilingSummary of(Stored stored) {
        Filing filing = stored.filing();
        Application it = filing.application();
        Filing.Submitted submitted = filing instanceof Filing.Submitted yes ? yes : null;
        Filing.Accepted accepted = filing instanceof Filing.Accepted yes ? yes : null;
        return new FilingSummary(
                filing.id(),
                stored.version(),
                filing.stateName(),
                stateInChinese(filing),
                it == null ? null : it.courtCode(),
                it == null ? null : it.claim().kind(),
                it == null || it.claim().amount() == null
                        ? null
                        : it.claim().amount().text(),
                it == null ? null : it.basis().kind(),
                filing.materials().size(),
                submitted == null ? null : submitted.at(),
                submitted == null ? null : submitted.decideBy().due(CALENDAR).date(),
                submitted == null ? null : submitted.corrected(),
                accepted == null ? null : accepted.number().text(),
                accepted == null ? null : accepted.judge().name());
    }

    static String stateInChinese(Filing filing) {
        return switch (filing) {
            case Filing.Draft _ -> "草稿";
            case Filing.Returned _ -> "待补正";
            case Filing.Submitted _ -> "审查中";
            case Filing.Accepted _ -> "已立案";
        };
    }
}
