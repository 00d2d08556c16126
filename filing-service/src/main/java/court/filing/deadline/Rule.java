package court.filing.deadline;

/** Which limit. What each says, and since when, is data: see {@link LegalRules}. */
public enum Rule {
    /** 立案审查: the court decides on a filing (RF1) */
    DECIDE_FILING,
    /** 补正: the applicant answers with what is missing; the judge sets how long (RF2) */
    CORRECTION,
    /** 申请顺延: who missed a limit without fault asks for another (K5) */
    EXTENSION_REQUEST,
    /** 执行期限 (K4) */
    ENFORCEMENT,
    /** 非诉行政执行期限 (K4) */
    REVIEW_ENFORCEMENT,
    /** 发出执行通知: the respondents' notice and entry to the room; the judge releases them when measures stand (RS5) */
    ENFORCEMENT_NOTICE,
    /** 未执行满六个月: from then on the applicant may go to the upper court (K4) */
    UPPER_COURT
}
