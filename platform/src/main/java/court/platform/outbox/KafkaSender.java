package court.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands facts to the broker: key = case, so that a case keeps its order. It never gives a record up by itself: a record
 * given up while its followers get through would turn the order of its case around.
 */
final class KafkaSender implements OutboxRelay.FactSender, AutoCloseable {

    private static final JsonMapper PLAIN = new JsonMapper();

    private final KafkaProducer<String, String> producer;
    private final String topic;

    KafkaSender(Map<String, Object> properties, String topic) {
        Map<String, Object> strict = new HashMap<>(properties);
        strict.put(ProducerConfig.ACKS_CONFIG, "all");
        strict.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        strict.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        strict.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        strict.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        this.producer = new KafkaProducer<>(strict, new StringSerializer(), new StringSerializer());
        this.topic = topic;
    }

    @Override
    public CompletableFuture<?> send(OutboxRelay.Unsent fact) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, fact.caseId(), fact.body());
        PLAIN.readValue(fact.headers(), new TypeReference<Map<String, String>>() {})
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        producer.send(record, (where, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
