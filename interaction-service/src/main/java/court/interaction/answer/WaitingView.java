package court.interaction.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A party that waits for the court's answer, as the court sees it.
 *
 * @param askedAt when it posted its oldest message without an answer
 * @param messages how many messages of it wait
 * @param due last day for the answer, Asia/Shanghai
 * @param daysOver calendar days since then; 0 while there is time
 */
record WaitingView(
        UUID caseId,
        String caseNumber,
        String partyId,
        UUID firstMessageId,
        UUID lastMessageId,
        int messages,
        Instant askedAt,
        LocalDate due,
        long daysOver) {

    static WaitingView of(Waiting it, LocalDate due, LocalDate today) {
        return new WaitingView(
                it.caseId(),
                it.caseNumber(),
                it.partyId(),
                it.firstId(),
                it.lastId(),
                it.messages(),
                it.askedAt(),
                due,
                Math.max(0, today.toEpochDay() - due.toEpochDay()));
    }
}
