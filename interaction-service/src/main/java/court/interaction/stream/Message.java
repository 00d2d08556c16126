package court.interaction.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a room, or shown there as a card.
 *
 * @param id of a card: the id of the fact it was made from
 * @param sender party id, or staff id; of a card {@value #PLATFORM}
 * @param audience party ids that may read it besides the court, a sending party among them
 * @param clientMsgId the sender's own id for it, by which a repeated sending is known
 * @param ties what it refers to
 */
public record Message(
        UUID id,
        UUID caseId,
        String sender,
        String senderRole,
        Instant time,
        Content content,
        List<String> audience,
        @Nullable String clientMsgId,
        Ties ties) {

    /** Who shows cards. */
    static final String PLATFORM = "PLATFORM";

    /** A card made from a fact, for whom the fact was told. */
    public static Message card(UUID factId, UUID caseId, Instant time, Content.Card card, List<String> audience) {
        return new Message(factId, caseId, PLATFORM, PLATFORM, time, card, audience, null, Ties.NONE);
    }

    /** A recall or correction by who said the first, for who has the first. */
    public Message amendedBy(UUID amendment, Instant now, Content content, @Nullable String ownId) {
        return new Message(amendment, caseId, sender, senderRole, now, content, audience, ownId, Ties.NONE);
    }

    /** In whose streams it stands. */
    List<String> readers() {
        return Stream.concat(Stream.of(Reader.COURT), audience.stream())
                .sorted()
                .toList();
    }
}
