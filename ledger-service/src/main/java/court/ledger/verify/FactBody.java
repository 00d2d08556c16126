package court.ledger.verify;

import court.platform.model.Digests;
import court.platform.outbox.TextDigests;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored bytes of a fact, read again. */
public final class FactBody {

    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] bytes;

    public FactBody(ByteBuffer stored) {
        bytes = new byte[stored.remaining()];
        stored.duplicate().get(bytes);
    }

    public Digests digests() {
        return TextDigests.of(bytes);
    }

    /** What it is by its own words; a body nobody can read says nothing. */
    Stated stated() {
        JsonNode body = tree();
        return new Stated(
                text(body, "id"),
                text(body, "caseId"),
                text(body, "source"),
                body.path("sequence").asLong(0),
                text(body, "kind"),
                body.path("audience").valueStream().map(it -> it.asString("")).collect(Collectors.joining(",")));
    }

    /** SHA-256 of the files it carries, by its own words. */
    public Set<String> files() {
        return tree().path("files").valueStream().map(it -> text(it, "sha256")).collect(Collectors.toUnmodifiableSet());
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException unreadable) {
            return JSON.missingNode();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
