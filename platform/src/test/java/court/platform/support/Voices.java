package court.platform.support;

import court.platform.contract.AccessEvent;
import court.platform.contract.AssetEvent;
import court.platform.contract.CourtEvent;
import court.platform.contract.DossierEvent;
import court.platform.contract.FilingEvent;
import court.platform.contract.InteractionEvent;
import court.platform.contract.MemberEvent;
import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
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

/** Speaks as the other services do, so that a service under test hears what it would hear. */
public final class Voices {

    private static final JsonMapper PLAIN = new JsonMapper();

    private final SealedJson json;
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealBroker.address()), new StringSerializer(), new StringSerializer());

    public Voices(SealedJson json) {
        this.json = json;
    }

    /** One fact, ready to be spoken as often as a test likes. */
    public ProducerRecord<String, String> fact(UUID caseId, long sequence, CourtEvent event) {
        String source = source(event);
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
        return record;
    }

    private static String source(CourtEvent event) {
        return switch (event) {
            case FilingEvent _ -> "filing";
            case AssetEvent _ -> "asset";
            case DossierEvent _ -> "dossier";
            case InteractionEvent _, MemberEvent _, AccessEvent _ -> "interaction";
        };
    }

    public void say(ProducerRecord<String, String> fact) {
        try {
            producer.send(fact).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
