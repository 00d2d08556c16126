package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and the broker as the demonstration runs them: nothing acknowledged is lost when they are killed. */
class LocalPlatformIT {

    private static final int OFFSET = 5_300;

    @TempDir
    private static Path data;

    private static LocalPlatform platform;

    @BeforeAll
    static void start() {
        platform = LocalPlatform.start(data, OFFSET, EnumSet.of(Part.POSTGRES, Part.BROKER));
    }

    @AfterAll
    static void stop() {
        platform.close();
        assertThat(Ports.isTaken(platform.port(Part.POSTGRES))).isFalse();
        assertThat(Ports.isTaken(platform.port(Part.BROKER))).isFalse();
    }

    @Test
    void whatTheDatabaseConfirmsIsOnTheDisk() throws Exception {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show server_version")).startsWith("18.");
    }

    @Test
    void theDatabaseListensOnLoopbackAndAsksForAPassword() throws Exception {
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(askAs("postgres", platform.secrets().get("database-postgres"), "show unix_socket_directories"))
                .isEmpty();
        assertThatThrownBy(() -> DriverManager.getConnection(platform.databaseUrl(Part.FILING), "filing", "a guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void noServiceEntersAnothersDatabase() {
        String password = platform.databasePassword(Part.FILING);

        assertThatThrownBy(() -> DriverManager.getConnection(platform.databaseUrl(Part.LEDGER), "filing", password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatTheBrokerConfirmsIsOnTheDiskAndIsKept() throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            Config config = admin.describeConfigs(List.of(broker)).all().get().get(broker);

            assertThat(config.get("log.flush.interval.messages").value()).isEqualTo("1");
            assertThat(config.get("log.retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("log.retention.bytes").value()).isEqualTo("-1");
            assertThat(config.get("broker.session.timeout.ms").value()).isEqualTo("3000");
            assertThat(admin.describeTopics(Topics.SPOKEN).allTopicNames().get().values())
                    .extracting(topic -> topic.partitions().size())
                    .containsExactly(12, 12, 12, 12);
        }
    }

    @Test
    void aKilledDatabaseComesBackWithEverythingItConfirmed() throws Exception {
        tell("create table kept (n int)");
        tell("insert into kept values (42)");
        long killed = platform.pid(Part.POSTGRES);

        platform.kill(Part.POSTGRES);
        platform.awaitReady(Part.POSTGRES);

        assertThat(platform.pid(Part.POSTGRES)).isNotEqualTo(killed);
        assertThat(ask("select n from kept")).isEqualTo("42");
    }

    @Test
    void aKilledBrokerComesBackWithEverythingItConfirmed() throws Exception {
        long offset = speak("before");
        long killed = platform.pid(Part.BROKER);

        platform.kill(Part.BROKER);
        platform.awaitReady(Part.BROKER);

        assertThat(platform.pid(Part.BROKER)).isNotEqualTo(killed);
        assertThat(hear(offset)).isEqualTo("before");
        assertThat(speak("after")).isGreaterThan(offset);
    }

    @Test
    void aPartThatWasStoppedStaysDownUntilItIsStarted() throws Exception {
        platform.stop(Part.POSTGRES);
        Pause.millis(1_500);

        assertThat(Ports.answers(platform.port(Part.POSTGRES))).isFalse();

        platform.start(Part.POSTGRES);

        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void aSecondSupervisorOfTheSameDataIsRefused() {
        assertThatThrownBy(() -> LocalPlatform.start(data, OFFSET, EnumSet.of(Part.POSTGRES)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("already looks after");
    }

    private static long speak(String word) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>("court.filing.v1", 3, "case", word);
            return producer.send(record).get().offset();
        }
    }

    private static String hear(long offset) {
        TopicPartition partition = new TopicPartition("court.filing.v1", 3);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String broker() {
        return "127.0.0.1:" + platform.port(Part.BROKER);
    }

    private static String ask(String question) throws SQLException {
        return askAs("filing", platform.databasePassword(Part.FILING), question);
    }

    private static String askAs(String role, String password, String question) throws SQLException {
        try (Connection connection = connect(role, password);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(String command) throws SQLException {
        try (Connection connection = connect("filing", platform.databasePassword(Part.FILING));
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(platform.databaseUrl(Part.FILING), role, password);
    }
}
