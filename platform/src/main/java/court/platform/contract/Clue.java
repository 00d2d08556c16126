package court.platform.contract;

import court.platform.json.Secret;

/**
 * Where property of a respondent may be found 财产线索. Never for the respondent's eyes (rule RS7).
 *
 * @param about party id of the respondent whose property it is
 */
public record Clue(String clueId, Kind kind, String about, Secret description) {

    /** What kind of property. */
    public enum Kind {
        /** 银行存款 */
        DEPOSIT,
        /** 机动车 */
        VEHICLE,
        /** 不动产 */
        REAL_ESTATE,
        /** 证券、股权 */
        SECURITY,
        /** 收入、到期债权 */
        INCOME,
        /** 其他 */
        OTHER
    }
}
