package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.filing.filing.Filings.Stored;
import court.platform.contract.FilingEvent.Missing;
import court.platform.scan.Scan;
import court.platform.web.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole filing, for who may see it.
 *
 * @param form as it was last filled in
 * @param missing what the court asked for, while it is returned
 * @param due last day to answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilingView(
        FilingSummary summary,
        ApplicationForm form,
        List<MaterialView> materials,
        @Nullable List<Missing> missing,
        @Nullable LocalDate due)
        implements Versioned {

    /**
     * A material as people know it.
     *
     * @param scan CLEAN or NOT_SCANNED, when and by what
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

    static FilingView of(Stored stored, JsonMapper json) {
        Filing filing = stored.filing();
        Filing.Returned returned = filing instanceof Filing.Returned yes ? yes : null;
        return new FilingView(
                FilingSummary.of(stored),
                json.readValue(filing.form().reveal(), ApplicationForm.class),
                filing.materials().stream().map(MaterialView::of).toList(),
                returned == null ? null : returned.missing(),
                returned == null ? null : returned.due());
    }
}
