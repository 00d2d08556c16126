package court.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.task.Rounds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final PlatformDatabase database = new PlatformDatabase(3);
    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private final Set<String> speakers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<Rounds> relays = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        relays.forEach(Rounds::stop);
    }

    @Test
    void aRowThatCommitsLateIsNotSkipped() throws SQLException {
        start();
        try (Connection slow = database.database.connect()) {
            slow.setAutoCommit(false);
            write(slow, CASE, 1, "late");
            try (Connection fast = database.database.connect()) {
                write(fast, OTHER, 1, "early");
            }
            eventually(() -> spoken.equals(List.of("early")));

            slow.commit();
        }

        eventually(() -> spoken.equals(List.of("early", "late")));
    }

    @Test
    void aRelayThatRemembersItsLastIdWouldSkipThatRow() throws SQLException {
        long last = 0;
        try (Connection slow = database.database.connect();
                Connection fast = database.database.connect()) {
            slow.setAutoCommit(false);
            write(slow, CASE, 1, "late");
            write(fast, OTHER, 1, "early");
            last = naive(fast, last);

            slow.commit();
            naive(fast, last);
        }

        assertThat(spoken).containsExactly("early");
    }

    /** The relay we must not build: reads on from the last id it has seen. */
    private long naive(Connection connection, long last) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, body from outbox where id > " + last + " order by id")) {
            long seen = last;
            while (rows.next()) {
                seen = rows.getLong(1);
                spoken.add(rows.getString(2));
            }
            return seen;
        }
    }

    @Test
    void ofTwoRelaysOneLeadsAndTheOtherTakesOverInOrder() throws SQLException, InterruptedException {
        start("first");
        start("second");
        try (Connection connection = database.database.connect()) {
            writeSlowly(connection, 1, 15);
            eventually(() -> spoken.contains("f15"));
            assertThat(speakers).hasSize(1);

            terminateLeader(connection);
            writeSlowly(connection, 16, 30);
        }

        eventually(() -> spoken.contains("f30"));
        assertThat(spoken.stream().distinct().toList())
                .isEqualTo(IntStream.rangeClosed(1, 30).mapToObj(i -> "f" + i).toList());
    }

    /** Slower than relays poll, so that a second leader would get to speak. */
    private void writeSlowly(Connection connection, int from, int to) throws SQLException, InterruptedException {
        for (int i = from; i <= to; i++) {
            write(connection, CASE, i, "f" + i);
            Thread.sleep(50);
        }
    }

    @Test
    void whatTheBrokerDidNotTakeIsSentAgainInOrder() throws SQLException {
        failures.set(2);
        try (Connection connection = database.database.connect()) {
            write(connection, CASE, 1, "one");
            write(connection, CASE, 2, "two");
        }

        start();

        eventually(() -> spoken.contains("two"));
        assertThat(spoken).containsExactly("one", "two");
        eventually(() -> unsent() == 0);
    }

    @Test
    void aFactIsMarkedOnlyAfterTheBrokerHasIt() throws SQLException, InterruptedException {
        CompletableFuture<Void> never = new CompletableFuture<>();
        start(fact -> never);
        try (Connection connection = database.database.connect()) {
            write(connection, CASE, 1, "one");
        }

        Thread.sleep(600);
        assertThat(unsent()).isEqualTo(1);
        never.complete(null);
        eventually(() -> unsent() == 0);
    }

    private void start() {
        start("only");
    }

    private void start(String name) {
        start(fact -> send(name, fact));
    }

    private void start(OutboxRelay.FactSender sender) {
        OutboxRelay relay = new OutboxRelay(database.single, sender, new SimpleMeterRegistry());
        Rounds rounds = new Rounds("outbox-relay", Duration.ofMillis(500), relay::relay);
        relays.add(rounds);
        rounds.start();
    }

    private CompletableFuture<?> send(String name, OutboxRelay.Unsent fact) {
        if (failures.getAndDecrement() > 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("broker away"));
        }
        speakers.add(name);
        spoken.add(fact.body());
        return CompletableFuture.completedFuture(null);
    }

    private void write(Connection connection, UUID caseId, long sequence, String body) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into outbox (fact_id, case_id, sequence, kind, type, body, headers) values (?, ?, ?, 'ACT', 'X', ?, '{}')")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setObject(2, caseId);
            statement.setLong(3, sequence);
            statement.setString(4, body);
            statement.executeUpdate();
        }
    }

    private static void terminateLeader(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())""");
        }
    }

    private long unsent() {
        return database.count("outbox where sent_at is null");
    }

    private static void eventually(BooleanSupplier done) {
        long deadline = System.nanoTime() + 15_000_000_000L;
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
