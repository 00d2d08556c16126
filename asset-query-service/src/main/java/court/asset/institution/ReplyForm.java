package court.asset.institution;

import court.platform.contract.AssetEvent.AssetKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms an institution may answer in, field by field; a field not listed here is refused. */
final class ReplyForm {

    private ReplyForm() {}

    record Named(String idType, String idNumber) {

        @Override
        public String toString() {
            return "Named[" + idType + "]";
        }
    }

    record Prior(String court, String amount, LocalDate until) {}

    record Item(
            String assetId,
            AssetKind kind,
            String description,
            @Nullable String balance,
            @Nullable String available,
            List<Prior> priorFreezes,
            @Nullable String exemption) {

        @Override
        public String toString() {
            return "Item[" + assetId + "]";
        }
    }

    /** 200 to a query. */
    record Found(
            String requestNumber, String institution, Named subject, List<Item> assets, OffsetDateTime answeredAt) {}

    enum FreezeResult {
        FROZEN,
        REFUSED
    }

    /** 200 to a freeze. */
    record Frozen(
            String requestNumber,
            String institution,
            Named subject,
            String assetId,
            FreezeResult result,
            @Nullable String amount,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason,
            OffsetDateTime answeredAt) {}

    enum LiftResult {
        UNFROZEN,
        REFUSED
    }

    /** 200 to an unfreeze. */
    record Lifted(
            String requestNumber,
            String institution,
            String assetId,
            LiftResult result,
            @Nullable String amount,
            @Nullable String reason,
            OffsetDateTime answeredAt) {}

    /** 202: {@code PROCESSING}, and 404: {@code UNKNOWN}. */
    record Status(String requestNumber, @Nullable String institution, String status) {}
}
