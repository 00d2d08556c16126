package court.platform.contract;

import court.platform.json.Secret;
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
     */
    record MessagePosted(
            String messageId,
            String senderId,
            @Nullable Secret text,
            @Nullable Secret fileName) implements InteractionEvent {}

    /**
     * The judge let a respondent into the room (rule RS5): measures may come first, so this is never automatic.
     *
     * @param personKeys identities that may act as this party
     */
    record RespondentReleased(String partyId, List<String> personKeys) implements InteractionEvent {}
}
