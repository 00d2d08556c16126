package court.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries facts from the outbox to Kafka: always the oldest unsent, marked only after the broker has acknowledged. One
 * relay leads per service, by an advisory lock that lives and dies with its connection; the rows are read over that same
 * connection, so a relay that lost the lock reads nothing. A fact may be spoken twice, never skipped.
 */
public final class OutboxRelay {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int BATCH = 200;

    /** After each batch more gather: what is told while nothing was goes at once. */
    private static final Duration APART = Duration.ofMillis(50);

    private final ConnectionFactory connections;
    private final FactSender sender;
    private final Counter sent;
    private final Semaphore pokes = new Semaphore(0);

    /** Hands one fact to the broker. */
    @FunctionalInterface
    public interface FactSender {

        /** Completes when the broker has it safe; completes exceptionally when it is unknown whether it has. */
        CompletableFuture<?> send(Unsent fact);
    }

    /** A fact not yet known to be with the broker. */
    public record Unsent(long id, String caseId, String body, String headers) {}

    /**
     * @param connections gives connections that nobody else uses
     */
    public OutboxRelay(ConnectionFactory connections, FactSender sender, MeterRegistry meters) {
        this.connections = connections;
        this.sender = sender;
        this.sent = Counter.builder("court.outbox.sent")
                .description("facts the broker acknowledged")
                .register(meters);
    }

    /** There is something new: look at once instead of at the next poll. */
    public void poke() {
        if (pokes.availablePermits() == 0) {
            pokes.release();
        }
    }

    /** Leads when it can, until it is interrupted or fails. */
    public void relay() throws InterruptedException, ExecutionException {
        Connection connection = await(Mono.from(connections.create()));
        try {
            lead(connection);
        } finally {
            await(Mono.from(connection.close()).thenReturn(true));
        }
    }

    private void lead(Connection connection) throws InterruptedException, ExecutionException {
        while (!locked(connection)) {
            Thread.sleep(Duration.ofSeconds(1));
        }
        while (true) {
            if (relayBatch(connection) < BATCH) {
                Thread.sleep(APART);
                pokes.tryAcquire(200, TimeUnit.MILLISECONDS);
                pokes.drainPermits();
            }
        }
    }

    private static boolean locked(Connection connection) {
        return await(Flux.from(connection
                        .createStatement("select pg_try_advisory_lock(hashtext('outbox-relay'))")
                        .execute())
                .concatMap(result -> result.map((row, meta) -> column(row, 0, Boolean.class)))
                .single());
    }

    /** Sends the oldest unsent facts and marks those acknowledged before the first failure, so that order holds. */
    private int relayBatch(Connection connection) throws InterruptedException, ExecutionException {
        List<Unsent> batch = oldest(connection);
        List<CompletableFuture<?>> acknowledgements = new ArrayList<>();
        batch.forEach(fact -> acknowledgements.add(sender.send(fact)));
        int safe = 0;
        try {
            for (CompletableFuture<?> acknowledgement : acknowledgements) {
                acknowledgement.get();
                safe++;
            }
        } finally {
            mark(connection, batch.subList(0, safe));
        }
        return batch.size();
    }

    private static List<Unsent> oldest(Connection connection) {
        return await(Flux.from(connection
                        .createStatement(
                                "select id, case_id::text, body, headers from outbox where sent_at is null order by id limit "
                                        + BATCH)
                        .execute())
                .concatMap(result -> result.map((row, meta) -> new Unsent(
                        column(row, 0, Long.class),
                        column(row, 1, String.class),
                        column(row, 2, String.class),
                        column(row, 3, String.class))))
                .collectList());
    }

    private void mark(Connection connection, List<Unsent> safe) {
        if (safe.isEmpty()) {
            return;
        }
        Long[] ids = safe.stream().map(Unsent::id).toArray(Long[]::new);
        await(Flux.from(connection
                        .createStatement("update outbox set sent_at = now() where id = any($1)")
                        .bind("$1", ids)
                        .execute())
                .concatMap(result -> result.getRowsUpdated())
                .then(Mono.just(true)));
        sent.increment(safe.size());
    }

    private static <T> T column(Row row, int index, Class<T> type) {
        return Objects.requireNonNull(row.get(index, type));
    }

    private static <T> T await(Mono<T> step) {
        T value = step.block(LONGEST);
        if (value == null) {
            throw new IllegalStateException("the database gave no answer");
        }
        return value;
    }
}
