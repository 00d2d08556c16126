package court.filing.filing;

import court.platform.json.Secret;
import java.time.Instant;

/**
 * That there is no case 不予受理.
 *
 * @param text what the applicant is told
 * @param by staff id
 */
record Ruling(Reason reason, Secret text, String by, Instant at) {

    /** What an application falls short of (Provisions on Enforcement Work 法释〔2020〕21号 art. 16). */
    enum Reason {
        /** 法律文书尚未生效 */
        NOT_IN_FORCE,
        /** 申请人不是权利人或其继承人、权利承受人 */
        NOT_ENTITLED,
        /** 没有给付内容，或执行标的、被执行人不明确 */
        NOT_DEFINITE,
        /** 义务人的履行期限尚未届满，或已经履行 */
        NOT_DUE,
        /** 不属于本院管辖 */
        NO_JURISDICTION,
        /** 已经受理或重复申请 */
        ALREADY_FILED,
        /** 逾期未补正，或补正后仍不符合条件 */
        NOT_CORRECTED,
        /** 其他不符合受理条件的情形 */
        OTHER
    }
}
