package court.interaction.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * A party that waits for the court's answer in a case.
 *
 * @param firstId its oldest message without an answer
 * @param lastId its newest
 * @param messages how many there are
 */
record Waiting(
        UUID caseId,
        String caseNumber,
        String court,
        String partyId,
        UUID firstId,
        Instant askedAt,
        UUID lastId,
        int messages) {}
