package court.ledger;

import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger as it runs for people, with a database and a topic of its own. */
public final class RunningLedger implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic = "test.facts." + UUID.randomUUID();
    private final Path folder = RunningService.folder("ledger");
    private final RealPostgres.Database database = RealPostgres.fresh();
    private final TestTokens tokens = new TestTokens();
    private final Map<String, Object> settings;
    private final KafkaProducer<String, byte[]> producer;
    private RunningService service;

    public RunningLedger() {
        this(Map.of());
    }

    /** @param more settings of the service */
    public RunningLedger(Map<String, String> more) {
        settings = new HashMap<>(more);
        settings.put("court.ledger.topics", topic);
        settings.put("court.ledger.tiles", folder.resolve("tiles").toString());
        RealBroker.topics("court.filing.v1", "court.interaction.v1", "court.ledger.v1", topic);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealBroker.address(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        service = another();
    }

    /** Starts one more instance over the same data. */
    public RunningService another() {
        return RunningService.start(LedgerApplication.class, database, tokens, folder, settings);
    }

    /** Stops it, does what is wanted, and starts it again over what is then there. */
    public void restart(Runnable meanwhile) {
        service.close();
        meanwhile.run();
        service = another();
    }

    public RunningService service() {
        return service;
    }

    public String topic() {
        return topic;
    }

    public TestTokens tokens() {
        return tokens;
    }

    public Path folder() {
        return folder;
    }

    /** Tells facts; each is safe with the broker when this returns. */
    public void tell(TestFact... facts) {
        for (TestFact fact : facts) {
            tell(fact.record(topic));
        }
    }

    /** The same with all of them on their way at once, so that the ledger has them in few batches. */
    public void tellTogether(List<TestFact> facts) {
        facts.forEach(it -> producer.send(it.record(topic)));
        producer.flush();
    }

    public void tell(@Nullable String key, byte[] body) {
        tell(new ProducerRecord<>(topic, key, body));
    }

    public void tell(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Waits until this number of facts is stored. */
    public void awaitFacts(UUID caseId, int count) {
        await("select count(*) from received where case_id = '" + caseId + "'", count);
    }

    public void await(String countSql, long count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(countSql) != count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(countSql + " gave " + number(countSql) + " instead of " + count);
            }
            pause();
        }
    }

    public static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** One that its user closes. */
    public Connection connect() {
        try {
            return database.connect();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long number(String sql) {
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does to the database what only its owner can: foreign keys are silent for this session. */
    public void tamper(String sql, Object... values) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("set session_replication_role = replica");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                if (statement.executeUpdate() == 0) {
                    throw new IllegalStateException("nothing to change: " + sql);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void execute(String sql) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void member(UUID caseId, String member, String role, String party, String court) {
        tamper(
                "insert into membership (case_id, member, role, party_id, court) values (?, ?, ?, ?, ?)",
                caseId,
                member,
                role,
                party,
                court);
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public HttpResponse<String> post(String path, String body, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The JSON of an answer that must be 200. */
    public JsonNode json(String path, @Nullable String token) {
        HttpResponse<String> response = get(path, token);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        service.close();
        producer.close();
    }
}
