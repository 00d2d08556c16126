package court.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One fact as it came: its exact text and its headers, nothing interpreted. A record without readable headers still
 * gets an id (from its bytes) and its case (from its key), so that it can wait where somebody sees it.
 */
public record Received(UUID id, UUID caseId, String body, Map<String, String> headers) {

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final UUID NOBODY = new UUID(0, 0);

    public static Received of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(it -> headers.put(it.key(), new String(bytes(it.value()), StandardCharsets.UTF_8)));
        byte[] value = bytes(record.value());
        return new Received(
                id(headers.get("ce_id"), UUID.nameUUIDFromBytes(value)),
                id(record.key(), NOBODY),
                new String(value, StandardCharsets.UTF_8),
                headers);
    }

    static Received stored(UUID id, UUID caseId, String body, String headers) {
        return new Received(
                id, caseId, body, PLAIN.readValue(headers, new TypeReference<TreeMap<String, String>>() {}));
    }

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public String source() {
        return headers.getOrDefault("ce_source", "");
    }

    public String kind() {
        return headers.getOrDefault("ce_kind", "");
    }

    public long sequence() {
        String text = headers.getOrDefault("ce_sequence", "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** When the speaker says it happened. */
    public Instant time() {
        return Instant.parse(headers.getOrDefault("ce_time", "1970-01-01T00:00:00Z"));
    }

    /** Party ids that may see it; empty means the court only. */
    public List<String> audience() {
        String text = headers.getOrDefault("ce_audience", "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    String headersText() {
        return PLAIN.writeValueAsString(headers);
    }

    /** The broker's "nothing" is no bytes. */
    private static byte[] bytes(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }

    private static UUID id(@Nullable String text, UUID otherwise) {
        try {
            return text == null ? otherwise : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return otherwise;
        }
    }
}
