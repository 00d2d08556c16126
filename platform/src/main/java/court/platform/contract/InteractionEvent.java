package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the interaction service tells: topic {@code court.interaction.v1}. */
public sealed interface InteractionEvent extends CourtEvent {

    /** The case's one room 一案一群 is open for the court and the applicants. */
    record RoomOpened(String caseNumber, String courtCode) implements InteractionEvent {}

    /**
     * Somebody said something or handed in a file.
     *
     * @param messageId the message's own id
     * @param senderId party id or staff id
     * @param text for messages in words
     * @param fileName for messages that are a file, which stands in the fact's list of files
     * @param replyTo id of the message it answers, which everybody it is told to may read
     * @param mentions party ids and staff ids whose attention is asked for, if any
     */
    record MessagePosted(
            String messageId,
            String senderId,
            @Nullable Secret text,
            @Nullable Secret fileName,
            @Nullable String replyTo,
            @Nullable List<String> mentions)
            implements InteractionEvent {

        public MessagePosted(String messageId, String senderId, @Nullable Secret text, @Nullable Secret fileName) {
            this(messageId, senderId, text, fileName, null, null);
        }
    }

    /**
     * Who said something took it back 撤回, within the time for it. What was said stays on record; the parties read it no more.
     *
     * @param recallId id of the entry that shows it
     * @param senderId party id or staff id
     */
    record MessageRecalled(String messageId, String recallId, String senderId) implements InteractionEvent {}

    /**
     * Who said something corrected it 更正. The first stays as it was said; of several corrections the last holds.
     *
     * @param correctionId id of the entry that shows it
     * @param senderId party id or staff id
     */
    record MessageCorrected(String messageId, String correctionId, String senderId, Secret text, Secret reason)
            implements InteractionEvent {}

    /**
     * The judge let a respondent into the room (rule RS5): measures may come first, so this is never automatic.
     *
     * @param personKeys identities that may act as this party
     */
    record RespondentReleased(String partyId, List<String> personKeys) implements InteractionEvent {}

    /**
     * What was paid, as a talk puts it on record.
     *
     * @param paidOn Asia/Shanghai
     */
    record Payment(Money amount, Way way, LocalDate paidOn) {

        /** Which way the money took. */
        public enum Way {
            /** 汇入法院案款账户 */
            CASE_ACCOUNT,
            /** 当事人之间直接给付; counts when the payee confirms it in a talk (rule RS16) */
            DIRECT
        }
    }

    /**
     * A formal talk 谈话 stands on record 笔录 and waits for the participants to confirm it.
     *
     * @param participantIds parties who are to confirm
     * @param payment what was paid, when the talk is about that
     */
    record TalkOpened(
            String talkId,
            List<String> participantIds,
            Secret transcript,
            @Nullable Payment payment) implements InteractionEvent {}

    /** A participant confirmed the record as read and right. */
    record TalkConfirmed(String talkId, String partyId) implements InteractionEvent {}

    /**
     * A party has waited longer for the court's answer than it should 答复逾期. Derived from what was said and the calendar: told
     * for the room, and neither leaf nor entry. For the court alone.
     *
     * @param messageId the party's oldest message without an answer
     * @param due the last day for the answer, Asia/Shanghai
     */
    record AnswerOverdue(String partyId, String messageId, Instant askedAt, LocalDate due) implements InteractionEvent {

        @Override
        public FactKind kind() {
            return FactKind.OPERATION;
        }
    }

    /**
     * The judge says that what a party wrote needs no answer 无需答复. For the court alone.
     *
     * @param throughMessageId it and what the party wrote before it
     */
    record AnswerNotNeeded(String partyId, String throughMessageId, Secret reason) implements InteractionEvent {}

    /** The six ways in which a case ends 结案方式 (rule RS10). */
    enum ClosingMode {
        /** 执行完毕 */
        PERFORMED,
        /** 终结本次执行程序 */
        PROCEDURE_ENDED,
        /** 终结执行 */
        TERMINATED,
        /** 销案 */
        CANCELLED,
        /** 不予执行 */
        ENFORCEMENT_REFUSED,
        /** 驳回申请 */
        APPLICATION_DISMISSED
    }

    /**
     * The case is closed 结案.
     *
     * @param talkIds the confirmed talks it rests on
     * @param claimed for claims of money
     * @param received what the applicants confirmed to have received
     * @param closedBy staff id of the judge
     */
    record CaseClosed(
            ClosingMode mode,
            List<String> talkIds,
            @Nullable Money claimed,
            @Nullable Money received,
            String closedBy) implements InteractionEvent {}
}
