package court.platform.inbox;

import court.platform.json.SealedJson;
import court.platform.outbox.WriteUnit;
import court.platform.security.Memberships;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.backoff.ExponentialBackOff;
import reactor.core.scheduler.Scheduler;

/**
 * How a service listens: blocking batch listeners on their own threads, offsets committed after the database, a failing
 * batch tried again without end. Listeners name the container factory {@code facts}; {@code court.members} names the
 * topics from which a service learns who belongs to which case.
 */
@AutoConfiguration
@ConditionalOnProperty("court.source")
public class ListeningConfiguration {

    @Bean
    Inbox inbox(DatabaseClient database, WriteUnit unit, SealedJson json, Scheduler blocking) {
        return new Inbox(new ParkedFacts(database), unit, json, blocking);
    }

    @Bean
    FactListening factListening(Inbox inbox, Tracer tracer, Propagator propagator) {
        return new FactListening(inbox, tracer, propagator);
    }

    @Bean
    @ConditionalOnProperty("court.members")
    MembersListener membersListener(FactListening listening, Memberships memberships) {
        return new MembersListener(listening, memberships);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> facts(
            KafkaProperties kafka, @Value("${court.source}") String source) {
        Map<String, Object> properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, source);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        // who came back after a crash takes over from its dead self after 8 s instead of 45
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 8_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(), new ByteArrayDeserializer()));
        factory.setBatchListener(true);
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.BATCH);
        factory.setCommonErrorHandler(untiring());
        return factory;
    }

    /** The usual handler passes over a batch whose failure it holds for hopeless, such as a failed cast: this one never. */
    private static DefaultErrorHandler untiring() {
        DefaultErrorHandler handler = new DefaultErrorHandler(patience());
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static ExponentialBackOff patience() {
        ExponentialBackOff patience = new ExponentialBackOff(200, 2);
        patience.setMaxInterval(5_000);
        return patience;
    }
}
