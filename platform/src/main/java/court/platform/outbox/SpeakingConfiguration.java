package court.platform.outbox;

import court.platform.json.SealedJson;
import court.platform.task.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How a service writes and speaks. Speaking needs {@code court.source}, the service's name among the others. */
@AutoConfiguration
public class SpeakingConfiguration {

    /**
     * For blocking work: as many virtual threads as there is work, each used again while it is warm, because libraries
     * keep things per thread that are dear to make: Tink's random source looks for a class in every jar.
     */
    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        ThreadFactory virtual = Thread.ofVirtual().name("blocking-", 0).factory();
        return Schedulers.fromExecutorService(Executors.newCachedThreadPool(virtual), "blocking");
    }

    /** No statement, lock or forgotten transaction holds a connection for long. */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer timeouts() {
        return options -> options.option(
                        PostgresqlConnectionFactoryProvider.OPTIONS,
                        Map.of(
                                "idle_in_transaction_session_timeout",
                                "30s",
                                "statement_timeout",
                                "20s",
                                "lock_timeout",
                                "10s"))
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true);
    }

    @Bean
    WriteUnit writeUnit(ReactiveTransactionManager transactions, ObjectProvider<OutboxRelay> relay) {
        return new WriteUnit(TransactionalOperator.create(transactions), () -> relay.ifAvailable(OutboxRelay::poke));
    }

    @Bean
    TraceText traceText(Tracer tracer) {
        return new TraceText(tracer);
    }

    @Bean
    @ConditionalOnProperty("court.source")
    Outbox outbox(
            DatabaseClient database,
            SealedJson json,
            TraceText trace,
            Clock clock,
            Scheduler blocking,
            @Value("${court.source}") String source) {
        return new Outbox(database, new Envelope(json, source), trace, clock, blocking);
    }

    @Bean
    @ConditionalOnProperty("court.source")
    KafkaSender kafkaSender(KafkaProperties kafka, @Value("${court.source}") String source) {
        return new KafkaSender(kafka.buildProducerProperties(), "court." + source + ".v1");
    }

    @Bean
    @ConditionalOnProperty("court.source")
    OutboxRelay outboxRelay(ConnectionFactory connections, KafkaSender sender, MeterRegistry meters) {
        return new OutboxRelay(unpooled(connections), sender, meters);
    }

    @Bean
    @ConditionalOnProperty("court.source")
    Rounds relayFacts(OutboxRelay relay) {
        return new Rounds("outbox-relay", Duration.ofMillis(500), relay::relay);
    }

    /** Gives connections that nobody else uses. */
    public static ConnectionFactory unpooled(ConnectionFactory connections) {
        return connections instanceof ConnectionPool pool ? pool.unwrap() : connections;
    }
}
