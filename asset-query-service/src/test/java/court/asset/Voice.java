package court.asset;

import court.platform.contract.CourtEvent;
import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
import court.platform.support.RealBroker;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks as other services do. */
final class Voice {

    private static final JsonMapper PLAIN = new JsonMapper();

    private final SealedJson json;
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealBroker.address()), new StringSerializer(), new StringSerializer());

    Voice(SealedJson json) {
        this.json = json;
    }

    void say(String source, UUID caseId, long sequence, CourtEvent event) {
        String id = UUID.randomUUID().toString();
        String type = event.getClass().getSimpleName();
        ObjectNode body = PLAIN.createObjectNode()
                .put("id", id)
                .put("caseId", caseId.toString())
                .put("source", source)
                .put("sequence", sequence)
                .put("type", type)
                .put("kind", "ACT")
                .put("time", "2026-03-02T01:00:00Z");
        body.set("data", PLAIN.readTree(json.write(event, caseId, id)));
        var record = new ProducerRecord<>("court." + source + ".v1", caseId.toString(), CanonicalJson.of(body));
        Map.of(
                        "ce_id",
                        id,
                        "ce_source",
                        source,
                        "ce_type",
                        type,
                        "ce_subject",
                        caseId.toString(),
                        "ce_time",
                        "2026-03-02T01:00:00Z",
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_kind",
                        "ACT")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
