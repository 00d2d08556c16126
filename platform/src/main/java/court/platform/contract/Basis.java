package court.platform.contract;

import java.time.LocalDate;

/**
 * What the application rests on 执行依据.
 *
 * @param number the document's own number, such as （2019）沪0117民初1234号
 * @param effectiveOn the day it took effect
 */
public record Basis(Kind kind, String number, String issuedBy, LocalDate effectiveOn) {

    /** Kinds of basis. */
    public enum Kind {
        /** 判决书 */
        JUDGMENT,
        /** 调解书 */
        MEDIATION_AGREEMENT,
        /** 仲裁裁决书 */
        ARBITRAL_AWARD,
        /** 劳动仲裁裁决书 */
        LABOUR_ARBITRATION_AWARD,
        /** 赋强公证债权文书 */
        NOTARISED_DEBT
    }
}
