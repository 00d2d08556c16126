package court.interaction.stream;

import court.platform.outbox.SpeakingConfiguration;
import court.platform.task.Rounds;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the other instances of this service in which cases something was said, and hears it from them, by PostgreSQL's NOTIFY over a
 * connection of its own: within a write it would hold up all others. What is lost with the connection {@link Watch} finds by itself.
 */
@Component
class TellNeighboursTask {

    private static final Duration APART = Duration.ofMillis(25);

    /** A connection that is gone without a word is noticed by then. */
    private static final Duration ALIVE = Duration.ofSeconds(5);

    private final ConnectionFactory connections;
    private final Pulse pulse;
    private final String self = UUID.randomUUID() + " ";
    private final Set<UUID> untold = ConcurrentHashMap.newKeySet();

    TellNeighboursTask(ConnectionFactory connections, Pulse pulse) {
        this.connections = SpeakingConfiguration.unpooled(connections);
        this.pulse = pulse;
    }

    @Bean
    Rounds tellNeighbours() {
        return new Rounds("tell-neighbours", Duration.ofMillis(500), this::round);
    }

    /** Lasts as long as its connection. */
    private void round() {
        Flux.usingWhen(connections.create(), this::converse, Connection::close).blockLast();
    }

    private Flux<Long> converse(Connection connection) {
        return run(connection.createStatement("listen room_said"))
                .thenMany(Flux.merge(hear((PostgresqlConnection) connection), tell(connection)));
    }

    private Mono<Long> hear(PostgresqlConnection connection) {
        return connection
                .getNotifications()
                .map(it -> Objects.requireNonNull(it.getParameter()))
                .filter(said -> !said.startsWith(self))
                .doOnNext(said -> pulse.look(UUID.fromString(said.substring(self.length()))))
                .then(Mono.empty());
    }

    private Flux<Long> tell(Connection connection) {
        Flux<UUID> said = pulse.said().doOnNext(untold::add);
        return Flux.<Object>merge(said, Flux.interval(ALIVE))
                .onBackpressureLatest()
                .concatMap(moment -> tellAll(connection).then(Mono.delay(APART)), 0);
    }

    private Mono<Void> tellAll(Connection connection) {
        List<UUID> now = List.copyOf(untold);
        now.forEach(untold::remove); // before telling: what is said meanwhile is told again
        String[] told = now.stream().map(caseId -> self + caseId).toArray(String[]::new);
        return run(connection
                .createStatement("select pg_notify('room_said', said) from unnest($1::text[]) as said")
                .bind("$1", told));
    }

    private static Mono<Void> run(Statement statement) {
        return Flux.from(statement.execute())
                .concatMap(Result::getRowsUpdated)
                .then()
                .timeout(ALIVE);
    }
}
