package court.ledger.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.platform.support.RealBroker;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;

class UntiringListenerIT {

    private final String topic = "test.untiring." + UUID.randomUUID();

    /** The usual error handler holds this failure for hopeless and passes over the batch. */
    @Test
    void noKindOfFailureMakesTheLedgerPassOverABatch() throws InterruptedException {
        try (RunningLedger ledger = new RunningLedger()) {
            RealBroker.topics(topic);
            var registry = ledger.service().bean(KafkaListenerEndpointRegistry.class);
            var running = (AbstractMessageListenerContainer<?, ?>) registry.getListenerContainer(LedgerListener.ID);
            takesWhatFailedTwice(requireNonNull(running.getCommonErrorHandler()));
        }
    }

    private void takesWhatFailedTwice(CommonErrorHandler handler) throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(2);
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        var container = facts().createContainer(topic);
        container.setCommonErrorHandler(handler);
        container.getContainerProperties().setMessageListener((BatchMessageListener<String, byte[]>) records -> {
            if (failures.getAndDecrement() > 0) {
                throw new ClassCastException("a fault of ours");
            }
            records.forEach(it -> taken.add(it.key()));
        });
        container.start();
        try {
            tell("the case");

            assertThat(taken.poll(30, TimeUnit.SECONDS)).isEqualTo("the case");
        } finally {
            container.stop();
        }
    }

    private void tell(String key) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealBroker.address()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, new byte[0]));
        }
    }

    private static ConcurrentKafkaListenerContainerFactory<String, byte[]> facts() {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                Map.of(
                        "bootstrap.servers",
                        RealBroker.address(),
                        "group.id",
                        "untiring",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
        factory.setBatchListener(true);
        return factory;
    }
}
