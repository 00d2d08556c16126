package court.interaction.card;

import java.util.List;

/**
 * One kind of card, as its schema tells of it.
 *
 * @param type the type of the fact it is made from
 * @param title what it is called, in Chinese
 * @param answers types of the cards that may answer it; none when no answer is expected
 * @param producer the service that tells the fact, or {@code none yet}
 */
record CardKind(
        String type,
        String title,
        Group group,
        Sender sender,
        Audience audience,
        List<String> answers,
        String producer) {

    /** What it is about. */
    enum Group {
        /** 进入案件群 */
        ENTRY,
        /** 办事指引 */
        GUIDE,
        /** 财产查控 */
        PROPERTY,
        /** 财产线索 */
        CLUE,
        /** 财产处置 */
        DISPOSAL,
        /** 案款 */
        MONEY,
        /** 制裁、惩戒措施 */
        SANCTION,
        /** 成员 */
        PEOPLE,
        /** 执行和解 */
        SETTLEMENT,
        /** 谈话 */
        TALK,
        /** 文书 */
        DOCUMENT,
        /** 终结本次执行程序 */
        PROCEDURE_END,
        /** 期限、节点 */
        CLOCK,
        /** 结案、归档 */
        CASE
    }

    /** Whose act it shows. */
    enum Sender {
        /** 承办法官 */
        JUDGE,
        /** 法院 */
        COURT,
        /** 系统 */
        SYSTEM,
        /** 申请执行人 */
        APPLICANT,
        /** 被执行人 */
        RESPONDENT,
        /** 当事人 */
        PARTY,
        /** 代理人 */
        AGENT,
        /** 协助执行单位 */
        INSTITUTION,
        /** 内网归档 */
        ARCHIVE
    }

    /** Who sees it. */
    enum Audience {
        /** 仅法院 */
        COURT,
        /** 法院和申请执行人 */
        APPLICANTS,
        /** 法院和提供线索的人 */
        GIVER,
        /** 法院和该事项告知的当事人 */
        CONCERNED,
        /** 群内全体 */
        PRESENT
    }
}
