package court.ledger.log;

import static java.util.Objects.requireNonNullElse;

import court.platform.contract.FileRef;
import court.platform.model.Digests;
import court.platform.outbox.TextDigests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record exactly as the broker gave it, with the digests the ledger itself took of its bytes.
 *
 * <p>Making one never fails, whatever was sent: what cannot be read is a {@link Flaw}, and the bytes are kept.
 *
 * @param factId one without a readable id gets one out of its bytes, the same each time it comes
 * @param headers all of them in their order, a JSON list of [name, base64]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Arrival(
        UUID factId,
        Heading heading,
        String headers,
        byte[] body,
        Digests digests,
        List<FileRef> files,
        List<Flaw> flaws) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID NOBODY = new UUID(0, 0);

    static Arrival of(ConsumerRecord<String, byte[]> record) {
        byte[] body = requireNonNullElse(record.value(), new byte[0]);
        Heading heading = Heading.of(record.key(), name -> text(record.headers(), name));
        Digests digests = TextDigests.of(body);
        List<Flaw> flaws = new ArrayList<>();
        if (!heading.isWhole()) {
            flaws.add(Flaw.HEADERS_UNREADABLE);
        }
        if (!digests.sha256().equals(text(record.headers(), "ce_sha256"))
                || !digests.sm3().equals(text(record.headers(), "ce_sm3"))) {
            flaws.add(Flaw.DIGESTS_DIFFER);
        }
        List<FileRef> files = files(text(record.headers(), "ce_files"), flaws);
        UUID factId = requireNonNullElse(heading.factId(), UUID.nameUUIDFromBytes(body));
        return new Arrival(factId, heading, all(record.headers()), body, digests, files, flaws);
    }

    UUID caseId() {
        return requireNonNullElse(heading.caseId(), NOBODY);
    }

    /** Reads only what is needed, so that fields added later do no harm. */
    private static List<FileRef> files(String json, List<Flaw> flaws) {
        try {
            JsonNode list = JSON.readTree(json);
            if (!list.isArray()) {
                throw new IllegalArgumentException("no list");
            }
            return list.valueStream().map(Arrival::file).distinct().toList();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            flaws.add(Flaw.FILES_UNREADABLE);
            return List.of();
        }
    }

    private static FileRef file(JsonNode node) {
        Digests digests =
                new Digests(node.path("sha256").asString(""), node.path("sm3").asString(""));
        return new FileRef(
                Heading.storable(node.path("id").asString("")),
                Heading.storable(node.path("mediaType").asString("")),
                node.path("size").asLong(0),
                digests.sha256(),
                digests.sm3());
    }

    private static String text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(it -> new String(it, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String all(Headers headers) {
        return JSON.writeValueAsString(StreamSupport.stream(headers.spliterator(), false)
                .map(it -> List.of(it.key(), base64(it)))
                .toList());
    }

    private static String base64(Header header) {
        return Base64.getEncoder().encodeToString(requireNonNullElse(header.value(), new byte[0]));
    }
}
