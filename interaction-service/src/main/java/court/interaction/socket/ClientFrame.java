package court.interaction.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.interaction.message.Saying;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client says; {@code type} names which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientFrame.Post.class, name = "post"),
    @JsonSubTypes.Type(value = ClientFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ClientFrame.Pong.class, name = "pong")
})
sealed interface ClientFrame {

    /**
     * The first frame, once.
     *
     * @param after the last place this client has; 0 for all
     */
    record Hello(long after) implements ClientFrame {}

    /** A message; fields as in {@code POST /api/v1/cases/{caseId}/messages}, {@code clientMsgId} required. */
    record Post(
            @Nullable String clientMsgId,
            @Nullable String text,
            @Nullable List<String> audience,
            @Nullable String sender)
            implements ClientFrame {

        Saying saying() {
            if (clientMsgId == null) {
                throw SocketRefusal.CLIENT_ID_MISSING.because();
            }
            return new Saying(text, audience, clientMsgId, sender, null);
        }
    }

    /** Everything up to this place has arrived. */
    record Ack(long seq) implements ClientFrame {}

    /** The answer to a ping. */
    record Pong() implements ClientFrame {}
}
