package court.filing.outage;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.Calls;
import court.filing.Calls.Answer;
import court.filing.FilingApplication;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.web.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageIT {

    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final TestTokens TOKENS = new TestTokens();
    private static final Path FOLDER = RunningService.folder("outage");
    private static final String PARTY = TOKENS.party("a".repeat(64));
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        RealBroker.topics("court.filing.v1");
        restart("PT0S");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> service.close()));
    }

    private static void offset(String duration) throws IOException {
        Files.writeString(FOLDER.resolve("offset"), duration);
    }

    private static void restart(String offset) throws IOException {
        if (service != null) {
            service.close();
        }
        offset(offset);
        service = RunningService.start(
                FilingApplication.class,
                DATABASE,
                TOKENS,
                FOLDER,
                Map.of(
                        "court.directory",
                                Path.of("src/test/resources/courts.json").toAbsolutePath(),
                        "court.clock.offset-file", FOLDER.resolve("offset"),
                        "court.heartbeat.every", "100ms"));
    }

    @BeforeEach
    void rightClock() throws IOException {
        offset("PT0S");
    }

    @Test
    @DisplayName("K5: the platform records its own outage, and whoever is signed in gets it as evidence")
    void k5AnOutageIsRecordedByItselfAndNotInventedByAClockSetBack() throws Exception {
        service.bean(Heartbeat.class).beat(null).block();

        restart("PT2H");
        Outage outage = itsOwn(1).getFirst();
        restart("PT0S");
        itsOwn(1);
        Instant stands = latest();
        restart("PT2H1S");
        itsOwn(1);

        assertThat(outage.source()).isEqualTo(Outage.Source.SELF);
        assertThat(Duration.between(outage.began(), outage.ended()))
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(122));
        assertThat(stands).as("the latest sign of life stands").isAfter(Instant.now().plusSeconds(3600));
        offset("PT0S");
        Calls now = new Calls(service.address());
        String path = "/api/v1/outages/" + outage.id();
        assertThat(now.get(PARTY, path).text("certificate")).contains("北京时间", "历时", "自动生成");
        assertThat(now.get(PARTY, "/api/v1/outages/" + UUID.randomUUID()).text("code"))
                .isEqualTo("outage.no_such_outage");
        assertThat(now.get("", path).status()).isEqualTo(401);
    }

    @Test
    void aClockMovedUnderARunningServiceIsNoOutage() throws Exception {
        int before = itsOwn().size();
        Instant stood = latest();

        offset("PT12H");
        for (int i = 0; i < 100 && !latest().isAfter(stood); i++) {
            Thread.sleep(50);
        }

        assertThat(latest()).isAfter(stood);
        assertThat(itsOwn()).hasSize(before);
    }

    @Test
    void operationsRecordOneByHandAndNobodyElse() {
        Calls calls = new Calls(service.address());
        String report = """
                {"began":"2026-01-05T01:00:00Z","ended":"2026-01-05T02:30:05Z","note":"机房断电"}""";

        Answer recorded = calls.post(TOKENS.operations(), "/api/v1/outages", "by-hand", report);
        Answer again = calls.post(TOKENS.operations(), "/api/v1/outages", "by-hand", report);

        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(recorded.body());
        assertThat(recorded.text("certificate")).contains("2026年1月5日09时00分00秒", "历时1小时30分5秒", "账号 ops", "机房断电");
        assertThat(calls.post(PARTY, "/api/v1/outages", report).status()).isEqualTo(403);
        assertThat(calls.get(PARTY, "/api/v1/outages?from=2026-01-05T02:00:00Z&to=2026-01-06T00:00:00Z")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(calls.get(PARTY, "/api/v1/outages?from=2026-01-05T02:30:05Z&to=2026-01-06T00:00:00Z")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ended":"2026-01-05T02:30:05Z","note":"x"}                                | 422 | outage.times_missing
            {"began":"2026-01-05T02:30:05Z","ended":"2026-01-05T02:30:05Z","note":"x"} | 422 | outage.ends_before_it_begins
            {"began":"2026-01-05T01:00:00Z","ended":"2999-01-05T02:30:05Z","note":"x"} | 422 | outage.in_future
            {"began":"2020-01-05T01:00:00Z","ended":"2026-01-05T02:30:05Z","note":"x"} | 422 | outage.too_long
            {"began":"2026-01-05T01:00:00Z","ended":"2026-01-05T02:30:05Z","note":" "} | 422 | outage.note_missing
            {"began":"yesterday"}                                                      | 400 | edge.wrong_value
            """)
    void badReportsAreRefused(String report, int status, String code) {
        Answer answer = new Calls(service.address()).post(TOKENS.operations(), "/api/v1/outages", report);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-05T02:00:00Z&to=2026-01-05T02:00:00Z, outage.range_unusable",
        "from=2024-01-05T02:00:00Z&to=2026-01-05T02:00:00Z, outage.range_unusable",
        "to=-1000000000-01-01T00:00:00Z, outage.range_unusable",
        "from=then, edge.wrong_value",
        "cursor=x, edge.wrong_value"
    })
    void badQueriesAreRefused(String query, String code) {
        Answer answer = new Calls(service.address()).get(PARTY, "/api/v1/outages?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    private static List<Outage> itsOwn(int count) throws InterruptedException {
        Thread.sleep(500); // some beats
        for (int i = 0; i < 100 && itsOwn().size() < count; i++) {
            Thread.sleep(50);
        }
        assertThat(itsOwn()).hasSize(count);
        return itsOwn();
    }

    private static List<Outage> itsOwn() {
        Instant now = Instant.now();
        return service
                .bean(Outages.class)
                .between(now.minusSeconds(3600), now.plusSeconds(86_400), null, Page.MOST)
                .block()
                .items();
    }

    private static Instant latest() throws SQLException {
        try (Connection connection = DATABASE.connect();
                var rows = connection.createStatement().executeQuery("select at from heartbeat")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }
}
