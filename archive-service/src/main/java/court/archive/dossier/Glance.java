package court.archive.dossier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a reader is shown out of a fact's text: never a protected value, and nothing at all where the text cannot be read.
 *
 * @param object what was seen, for views of protected data
 * @param files how many files it carries
 */
public record Glance(
        @Nullable String actorId,
        @Nullable String actorKind,
        @Nullable String object,
        @Nullable String objectId,
        int files) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Glance at(Entry entry) {
        JsonNode fact = read(entry.body());
        return new Glance(
                text(fact, "actor", "id"),
                text(fact, "actor", "kind"),
                text(fact, "data", "object"),
                text(fact, "data", "objectId"),
                fact.path("files").size());
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String text(JsonNode fact, String object, String field) {
        JsonNode value = fact.path(object).path(field);
        return value.isString() ? value.asString() : null;
    }
}
