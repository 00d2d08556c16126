package court.platform.outbox;

import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
import court.platform.security.Actor;
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

    /** One fact about to be stored. */
    record Sealed(UUID id, UUID caseId, long sequence, Fact fact, Instant time, String body) {

        String type() {
            return fact.event().getClass().getSimpleName();
        }
    }

    Sealed seal(UUID caseId, UUID id, long sequence, Actor actor, Instant time, Fact fact) {
        ObjectNode body = PLAIN.createObjectNode();
        body.put("id", id.toString());
        body.put("caseId", caseId.toString());
        body.put("source", source);
        body.put("sequence", sequence);
        body.put("type", fact.event().getClass().getSimpleName());
        body.put("kind", fact.event().kind().name());
        body.put("time", time.toString());
        body.put("salt", salt());
        body.putPOJO("actor", actor.signature());
        body.putPOJO("audience", fact.audience());
        body.putPOJO("files", fact.files());
        ObjectNode whole = (ObjectNode) PLAIN.readTree(PLAIN.writeValueAsString(body));
        whole.set("data", PLAIN.readTree(json.write(fact.event(), caseId, id.toString())));
        return new Sealed(id, caseId, sequence, fact, time, CanonicalJson.of(whole));
    }

    /** CloudEvents 1.0 binary mode headers and ours. */
    Map<String, String> headers(Sealed sealed, String traceparent) {
        var digests = TextDigests.of(sealed.body());
        Map<String, String> headers = new TreeMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", sealed.id().toString());
        headers.put("ce_source", source);
        headers.put("ce_type", sealed.type());
        headers.put("ce_subject", sealed.caseId().toString());
        headers.put("ce_time", sealed.time().toString());
        headers.put("ce_sequence", Long.toString(sealed.sequence()));
        headers.put("ce_kind", sealed.fact().event().kind().name());
        headers.put("ce_audience", String.join(",", sealed.fact().audience()));
        headers.put("ce_files", files(sealed.fact().files()));
        headers.put("ce_sha256", digests.sha256());
        headers.put("ce_sm3", digests.sm3());
        headers.put("traceparent", traceparent);
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
