package court.interaction.message;

import court.interaction.stream.Message;
import java.time.Instant;
import java.util.UUID;

/** An entry stands in the stream. */
public record Posted(UUID messageId, Instant time) {

    static Posted of(Message message) {
        return new Posted(message.id(), message.time());
    }
}
