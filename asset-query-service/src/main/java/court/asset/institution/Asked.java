package court.asset.institution;

import court.platform.contract.AssetEvent.Officer;
import court.platform.model.Money;
import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of an institution: the body of the request as it goes out, the same bytes however often it is sent. Holds a
 * respondent's name and id number in the clear, so it is only ever kept sealed and never printed.
 */
public sealed interface Asked {

    /** The request's own number, by which the institution knows it again (rule RP5). */
    String requestNumber();

    /** Who is asking (rule RP4). */
    Officer officer();

    /** Where it is sent, under the institution's address. */
    String path();

    /** Whose property. */
    record Subject(String name, String idType, String idNumber) {

        @Override
        public String toString() {
            return "Subject[" + idType + "]";
        }
    }

    /** The ruling a freeze rests on, by number and fingerprint. */
    record RulingRef(String number, String sha256) {}

    /** The assistance notice, by fingerprint. */
    record NoticeRef(String sha256) {}

    record Query(String requestNumber, String caseNumber, String court, Officer officer, Subject subject)
            implements Asked {

        @Override
        public String path() {
            return "/queries";
        }
    }

    record Freeze(
            String requestNumber,
            String caseNumber,
            String court,
            Officer officer,
            Subject subject,
            String assetId,
            Money amount,
            LocalDate until,
            RulingRef ruling,
            NoticeRef notice)
            implements Asked {

        @Override
        public String path() {
            return "/freezes";
        }
    }

    record Unfreeze(
            String requestNumber,
            String freezeRequestNumber,
            String caseNumber,
            String court,
            Officer officer,
            String assetId,
            Money amount)
            implements Asked {

        @Override
        public String path() {
            return "/unfreezes";
        }
    }

    /** What is kept of the kind beside the sealed body. */
    default String kind() {
        return switch (this) {
            case Query _ -> "QUERY";
            case Freeze _ -> "FREEZE";
            case Unfreeze _ -> "UNFREEZE";
        };
    }

    static Asked read(String kind, String json) {
        Class<? extends Asked> type = switch (kind) {
            case "QUERY" -> Query.class;
            case "FREEZE" -> Freeze.class;
            case "UNFREEZE" -> Unfreeze.class;
            default -> throw new IllegalArgumentException(kind);
        };
        return new JsonMapper().readValue(json, type);
    }
}
