package court.platform.outbox;

import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
import court.platform.model.Digests;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exact text of one fact: canonical JSON (RFC 8785), made once, stored and spoken as it is. The salt keeps its digest
 * from being guessed out of known contents.
 */
final class Envelope {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper PLAIN = new JsonMapper();

    private final SealedJson json;
    private final String source;

    Envelope(SealedJson json, String source) {
        this.json = json;
        this.source = source;
    }

    /**
     * One fact about to be stored.
     *
     * @param headers as JSON
     */
    record Sealed(UUID id, UUID caseId, long sequence, Fact fact, String body, String headers) {

        String type() {
            return fact.event().getClass().getSimpleName();
        }
    }

    Sealed seal(UUID id, long sequence, Instant time, Outbox.Word word) {
        Fact fact = word.fact();
        ObjectNode whole = PLAIN.createObjectNode();
        whole.put("id", id.toString());
        whole.put("caseId", word.caseId().toString());
        whole.put("source", source);
        whole.put("sequence", sequence);
        whole.put("type", fact.event().getClass().getSimpleName());
        whole.put("kind", fact.event().kind().name());
        whole.put("time", time.toString());
        whole.put("salt", salt());
        whole.set("actor", PLAIN.valueToTree(word.actor().signature()));
        whole.set("audience", PLAIN.valueToTree(fact.audience()));
        whole.set("files", PLAIN.valueToTree(fact.files()));
        whole.set("data", json.tree(fact.event(), word.caseId(), id.toString()));
        String body = CanonicalJson.of(whole);
        Map<String, String> headers = headers(whole, fact, TextDigests.of(body));
        headers.put("traceparent", word.traceparent());
        return new Sealed(id, word.caseId(), sequence, fact, body, PLAIN.writeValueAsString(headers));
    }

    /** CloudEvents 1.0 binary mode headers and ours. */
    private Map<String, String> headers(ObjectNode whole, Fact fact, Digests digests) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", whole.get("id").asString());
        headers.put("ce_source", source);
        headers.put("ce_type", whole.get("type").asString());
        headers.put("ce_subject", whole.get("caseId").asString());
        headers.put("ce_time", whole.get("time").asString());
        headers.put("ce_sequence", whole.get("sequence").asString());
        headers.put("ce_kind", whole.get("kind").asString());
        headers.put("ce_audience", String.join(",", fact.audience()));
        headers.put("ce_files", files(fact.files()));
        headers.put("ce_sha256", digests.sha256());
        headers.put("ce_sm3", digests.sm3());
        return headers;
    }

    private static String files(List<FileRef> files) {
        return files.stream().map(PLAIN::writeValueAsString).collect(Collectors.joining(",", "[", "]"));
    }

    private static String salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }
}
