package court.platform.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the application rests on 执行依据.
 *
 * @param number the document's own number, such as （2019）沪0117民初1234号
 * @param effectiveOn the day it took effect; null when it is said not to be in force yet
 * @param issuedOn its date
 * @param performBy last day of the time for performance, from which the two years run (rule RF6); null when it sets none
 */
public record Basis(
        Kind kind,
        String number,
        String issuedBy,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate performBy) {

    public Basis(Kind kind, String number, String issuedBy, LocalDate effectiveOn) {
        this(kind, number, issuedBy, effectiveOn, null, null);
    }

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
        NOTARISED_DEBT,
        /** 支付令 */
        PAYMENT_ORDER,
        /** 民事裁定书 */
        RULING,
        /** 人民调解协议司法确认裁定书 */
        CONFIRMED_MEDIATION,
        /** 刑事裁判涉财产部分 */
        CRIMINAL_JUDGMENT,
        /** 行政处理、处罚决定 */
        ADMINISTRATIVE_DECISION
    }
}
