package court.platform.json;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import court.platform.vault.DataKeys;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts and stored states as JSON in which each {@link Secret} is sealed as {@code {"sealed":"AES1.<owner>.<base64url>"}}.
 * A sealed value opens only in the case, the context (fact or aggregate id) and the field it was written for. Blocking
 * when a key is not in memory: see {@link DataKeys}.
 */
public final class SealedJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    it -> it.withValueInclusion(NON_ABSENT).withContentInclusion(NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Secret.class, InTheTree.class)
            .build();
    private final DataKeys keys;

    public SealedJson(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals and writes.
     *
     * @param context id of the fact or aggregate this is
     */
    public String write(Object value, UUID caseId, String context) {
        return mapper.writeValueAsString(tree(value, caseId, context));
    }

    /** Seals only: what {@link #write} writes. */
    public JsonNode tree(Object value, UUID caseId, String context) {
        JsonNode tree = mapper.valueToTree(value);
        return new SecretSeals(keys, caseId, context).close(tree);
    }

    /**
     * Reads and opens.
     *
     * @throws court.platform.vault.SealBroken when a sealed value was changed or moved
     */
    public <T> T read(String json, Class<T> type, UUID caseId, String context) {
        JsonNode tree = mapper.readTree(json);
        return mapper.treeToValue(new SecretSeals(keys, caseId, context).open(tree), type);
    }

    /** Inside the tree a secret stands as itself; sealing and opening walk the tree, where every place is known. */
    @JsonSerialize(using = AsItself.class)
    @JsonDeserialize(using = FromItself.class)
    private interface InTheTree {}

    static final class AsItself extends ValueSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            json.writeEmbeddedObject(secret);
        }
    }

    static final class FromItself extends ValueDeserializer<Secret> {
        @Override
        public Secret deserialize(JsonParser json, DeserializationContext context) {
            if (json.getEmbeddedObject() instanceof Secret secret) {
                return secret;
            }
            return context.reportInputMismatch(Secret.class, "clear text where a sealed value belongs");
        }
    }
}
