package court.interaction.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import court.interaction.stream.Entry;
import court.platform.web.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says; {@code type} names which. */
sealed interface ServerFrame {

    @JsonProperty
    String type();

    /**
     * The answer to hello.
     *
     * @param reader whose stream this is: a party id, or COURT
     * @param unacknowledged how many entries are sent ahead of the client's acknowledgements
     * @param pingSeconds how often a ping comes
     */
    record Welcome(String type, UUID caseId, String reader, int unacknowledged, long pingSeconds)
            implements ServerFrame {
        Welcome(UUID caseId, String reader, int unacknowledged, long pingSeconds) {
            this("welcome", caseId, reader, unacknowledged, pingSeconds);
        }
    }

    /** The next entry of the stream, as by REST and SSE. */
    record Next(String type, Entry entry) implements ServerFrame {
        Next(Entry entry) {
            this("entry", entry);
        }
    }

    /** A message was taken; it stands in the stream too. */
    record Posted(String type, String clientMsgId, UUID messageId, Instant time) implements ServerFrame {
        Posted(String clientMsgId, UUID messageId, Instant time) {
            this("posted", clientMsgId, messageId, time);
        }
    }

    /**
     * Something was not taken, or the socket is about to be closed.
     *
     * @param clientMsgId of the message that was not taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusing(String type, @Nullable String clientMsgId, Problem problem) implements ServerFrame {
        Refusing(@Nullable String clientMsgId, Problem problem) {
            this("problem", clientMsgId, problem);
        }
    }

    /** To be answered with a pong. */
    record Ping(String type) implements ServerFrame {
        Ping() {
            this("ping");
        }
    }
}
