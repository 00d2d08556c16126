package court.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.support.RealBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.listener.BatchMessageListener;

class ListeningConfigurationIT {

    @Test
    void noKindOfFailureMakesAListenerPassOverAFact() {
        RealBroker.topics("court.listening.v1");
        List<String> seen = new CopyOnWriteArrayList<>();
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(RealBroker.address()));
        var container = new ListeningConfiguration().facts(kafka, "listening").createContainer("court.listening.v1");
        container.setupMessageListener((BatchMessageListener<String, byte[]>) records -> {
            records.forEach(it -> seen.add(it.key()));
            if (seen.size() < 3) {
                throw new ClassCastException("usually held for hopeless");
            }
        });

        container.start();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealBroker.address()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("court.listening.v1", "a", "fact"));
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen).containsExactly("a", "a", "a"));
        container.stop();
    }
}
