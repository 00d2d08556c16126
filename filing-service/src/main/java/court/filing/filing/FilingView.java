package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.filing.application.ApplicationForm;
import court.filing.application.Fees;
import court.filing.application.Warning;
import court.platform.contract.FilingEvent.Missing;
import court.platform.model.Refused.Fault;
import court.platform.scan.Scan;
import court.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole filing, for who may see it.
 *
 * @param form as it was last filled in; for the court with contact data, numbers and accounts masked, but for the
 *     clerk who is entering it
 * @param missing what the court asked for, while it is returned
 * @param due last day to answer
 * @param notices every correction notice there was, the first first
 * @param ruling why there is no case
 * @param withdrawal that the applicant took it back
 * @param fee not prepaid, in CNY (rule RF5)
 * @param warnings for the court only
 * @param advice for the court: what the form or its materials lack that does not hinder a decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilingView(
        FilingSummary summary,
        ApplicationForm form,
        List<MaterialView> materials,
        @Nullable List<Missing> missing,
        @Nullable LocalDate due,
        @Nullable List<NoticeView> notices,
        @Nullable RulingView ruling,
        @Nullable WithdrawalView withdrawal,
        Fees.@Nullable Fee fee,
        @Nullable List<Warning> warnings,
        @Nullable List<Fault> advice)
        implements Versioned {

    /**
     * A correction notice as it was told.
     *
     * @param by staff id, for the court only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            List<Missing> missing,
            LocalDate due,
            Instant at,
            @Nullable String by) {}

    /** When it was taken back, and why. */
    record WithdrawalView(Instant at, String reason) {

        static WithdrawalView of(Withdrawn.Withdrawal it) {
            return new WithdrawalView(it.at(), it.reason().reveal());
        }
    }

    /** A ruling as the applicant is told it. */
    record RulingView(Ruling.Reason reasonCode, String text) {}

    /**
     * A material as people know it.
     *
     * @param scan CLEAN, NOT_SCANNED or INFECTED, when and by what
     * @param madeFrom ids of the pictures it was put together from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaterialView(
            String id,
            String kind,
            String name,
            String mediaType,
            long size,
            String sha256,
            String sm3,
            @Nullable Scan scan,
            @Nullable List<String> madeFrom) {

        static MaterialView of(Material material) {
            var file = material.file();
            return new MaterialView(
                    file.id(),
                    material.kind(),
                    material.name().reveal(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    file.sm3(),
                    material.scan(),
                    material.madeFrom());
        }
    }

    @Override
    public long version() {
        return summary.version();
    }
}
