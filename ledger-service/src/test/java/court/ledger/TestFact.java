package court.ledger;

import court.platform.contract.FileRef;
import court.platform.model.Digests;
import court.platform.outbox.TextDigests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.json.JsonMapper;

/** A fact as another service would tell it. */
public record TestFact(
        UUID id, UUID caseId, String source, long sequence, String kind, List<String> audience, List<FileRef> files) {

    private static final JsonMapper JSON = new JsonMapper();

    public static TestFact act(UUID caseId, long sequence) {
        return new TestFact(UUID.randomUUID(), caseId, "filing", sequence, "ACT", List.of(), List.of());
    }

    public TestFact kind(String other) {
        return new TestFact(id, caseId, source, sequence, other, audience, files);
    }

    public TestFact to(String... parties) {
        return new TestFact(id, caseId, source, sequence, kind, List.of(parties), files);
    }

    public TestFact with(FileRef... attached) {
        return new TestFact(id, caseId, source, sequence, kind, audience, List.of(attached));
    }

    public static FileRef file(byte[] bytes) {
        Digests digests = TextDigests.of(bytes);
        return new FileRef(
                UUID.randomUUID().toString(), "application/pdf", bytes.length, digests.sha256(), digests.sm3());
    }

    public static FileRef file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] body() {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "id",
                id.toString(),
                "caseId",
                caseId.toString(),
                "source",
                source,
                "sequence",
                sequence,
                "kind",
                kind,
                "audience",
                audience,
                "files",
                files));
        return JSON.writeValueAsBytes(body);
    }

    public RecordHeaders headers() {
        Digests digests = TextDigests.of(body());
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_id", id.toString(),
                        "ce_source", source,
                        "ce_type", "SomethingUnknown",
                        "ce_time", "2026-03-02T01:02:03.000004Z",
                        "ce_sequence", Long.toString(sequence),
                        "ce_kind", kind,
                        "ce_audience", String.join(",", audience),
                        "ce_files", JSON.writeValueAsString(files),
                        "ce_sha256", digests.sha256(),
                        "ce_sm3", digests.sm3())
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    public ProducerRecord<String, byte[]> record(String topic) {
        return new ProducerRecord<>(topic, null, caseId.toString(), body(), headers());
    }

    /** As a listener gets it. */
    public ConsumerRecord<String, byte[]> heard() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", 0, 0, caseId.toString(), body());
        headers().forEach(record.headers()::add);
        return record;
    }
}
