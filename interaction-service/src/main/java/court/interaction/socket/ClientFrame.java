package court.interaction.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.interaction.message.Deed;
import court.interaction.message.Saying;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client says; {@code type} names which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientFrame.Post.class, name = "post"),
    @JsonSubTypes.Type(value = ClientFrame.Recall.class, name = "recall"),
    @JsonSubTypes.Type(value = ClientFrame.Correct.class, name = "correct"),
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

    /** Something to be done and answered under the client's own id. */
    sealed interface Doing extends ClientFrame permits Post, Recall, Correct {

        @Nullable
        String clientMsgId();

        /** What it is, once it has an id. */
        Deed named();

        default Deed deed() {
            if (clientMsgId() == null) {
                throw SocketRefusal.CLIENT_ID_MISSING.because();
            }
            return named();
        }

        /** Refuses when it is not said which message is meant. */
        static UUID meant(@Nullable UUID messageId) {
            if (messageId == null) {
                throw SocketRefusal.MESSAGE_ID_MISSING.because();
            }
            return messageId;
        }
    }

    /** A message; fields as in {@code POST /api/v1/cases/{caseId}/messages}, {@code clientMsgId} required. */
    record Post(
            @Nullable String clientMsgId,
            @Nullable String text,
            @Nullable List<String> audience,
            @Nullable String sender,
            @Nullable UUID replyTo,
            @Nullable List<String> mentions,
            @Nullable UUID upload)
            implements Doing {

        @Override
        public Deed named() {
            return new Saying(text, audience, clientMsgId, sender, replyTo, mentions, upload, null);
        }
    }

    /** Takes a message back; {@code clientMsgId} is for the answer only. */
    record Recall(@Nullable String clientMsgId, @Nullable UUID messageId) implements Doing {

        @Override
        public Deed named() {
            return new Deed.Recalling(Doing.meant(messageId));
        }
    }

    /** Corrects a message; fields as in {@code POST …/messages/{messageId}/correct}. */
    record Correct(
            @Nullable String clientMsgId,
            @Nullable UUID messageId,
            @Nullable String text,
            @Nullable String reason) implements Doing {

        @Override
        public Deed named() {
            return new Deed.Correcting(Doing.meant(messageId), text, reason, clientMsgId);
        }
    }

    /** Everything up to this place has arrived. */
    record Ack(long seq) implements ClientFrame {}

    /** The answer to a ping. */
    record Pong() implements ClientFrame {}
}
