package court.interaction.socket;

import court.platform.model.Refused;
import court.platform.web.Problem;
import court.platform.web.Refusals;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Frames as JSON text; the edge's mapper, so a field that is not known is refused as by REST. */
@Component
class Frames {

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json = json;
    }

    /** Empty when the type is not known; refuses what is no frame at all, and text that nothing can hold. */
    Optional<ClientFrame> read(String text) {
        try {
            return Optional.of(json.readValue(text, ClientFrame.class));
        } catch (InvalidTypeIdException unknown) {
            return Optional.empty();
        } catch (JacksonException unreadable) {
            throw unreadable.getCause() instanceof Refused own ? own : SocketRefusal.FRAME_UNREADABLE.because();
        }
    }

    String write(ServerFrame frame) {
        return json.writeValueAsString(frame);
    }

    /** What went wrong, as a client is told. */
    ServerFrame refusing(@Nullable String clientMsgId, Throwable trouble) {
        return new ServerFrame.Refusing(clientMsgId, Problem.of(Refusals.of(trouble), null));
    }
}
