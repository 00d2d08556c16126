package court.deploy.simulators.institution;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a court asks of an institution. Amounts in yuan with two decimals, days in ISO 8601. */
sealed interface CourtRequest {

    String requestNumber();

    String caseNumber();

    String court();

    Officer officer();

    /** Who asks: known by both permits 工作证, 公务证 (rule RP4). */
    record Officer(String staffId, String workPermit, String officialPermit) {}

    /** Whose property it is about. */
    record Subject(String name, String idType, String idNumber) {

        boolean is(Subject other) {
            return idType.equals(other.idType) && idNumber.equals(other.idNumber);
        }
    }

    /** The ruling 裁定书 that a freeze rests on (rule RP8). */
    record Ruling(String number, String sha256) {}

    /** The notice that asks for assistance 协助执行通知书 (rule RP8). */
    record Notice(String sha256) {}

    /** What does this person have? */
    record Query(String requestNumber, String caseNumber, String court, Officer officer, Subject subject)
            implements CourtRequest {}

    /** Freeze so much of this, until the end of that day. */
    record Freeze(
            String requestNumber,
            String caseNumber,
            String court,
            Officer officer,
            Subject subject,
            String assetId,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            LocalDate until,
            Ruling ruling,
            Notice notice)
            implements CourtRequest {

        public Freeze {
            Yuan.check(amount);
        }
    }

    /** Lift so much of an earlier freeze. */
    record Unfreeze(
            String requestNumber,
            String freezeRequestNumber,
            String caseNumber,
            String court,
            Officer officer,
            String assetId,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount)
            implements CourtRequest {

        public Unfreeze {
            Yuan.check(amount);
        }
    }
}
