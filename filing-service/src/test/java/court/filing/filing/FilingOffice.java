package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.FilingApplication;
import court.filing.filing.Http.Answer;
import court.platform.calendar.LegalCalendar;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.time.CourtClock;
import court.platform.vault.PersonKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A filing service with a clerk, an applicant, a filing judge, and a clock that can be moved. */
final class FilingOffice {

    private static final String ID_NUMBER = "110101199003070134";
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    final RealPostgres.Database database = RealPostgres.fresh();
    final TestTokens tokens = new TestTokens(Duration.ofDays(4_000));
    final Http http;
    final String applicant;
    final String clerk = tokens.staff("clerk-1", "沪0117", "CLERK");
    final String judge = tokens.staff("filing-judge", "沪0117", "FILING_JUDGE");

    private final Path folder = RunningService.folder("office");
    private final Map<String, Object> properties;
    private final RunningService service;

    /** One of its own, set up like this besides. */
    FilingOffice(Map<String, Object> more) {
        RealBroker.topics("court.filing.v1");
        properties = new HashMap<>(more);
        properties.put(
                "court.directory", Path.of("src/test/resources/courts.json").toAbsolutePath());
        properties.put("court.clock.offset-file", folder.resolve("offset"));
        service = another();
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        http = new Http(service.address());
        applicant = tokens.party(personKey());
    }

    /** An instance on the same database, broker and folders. */
    RunningService another() {
        return RunningService.start(FilingApplication.class, database, tokens, folder, properties);
    }

    private static final class Shared {
        static final FilingOffice OPEN = new FilingOffice(Map.of());
    }

    /** One for all tests that set the clock right again; ends with the test run. */
    static FilingOffice shared() {
        return Shared.OPEN;
    }

    private String personKey() {
        return service.bean(PersonKey.class).of("ID_CARD", ID_NUMBER);
    }

    /** The applicant in a session opened this way. */
    String party(String via) {
        return tokens.via(personKey(), via);
    }

    void clock(String moved) {
        try {
            Files.writeString(folder.resolve("offset"), moved);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The legal date by the moved clock. */
    LocalDate today() {
        return LegalCalendar.dateOf(new CourtClock(folder.resolve("offset")).instant());
    }

    Answer draft(String token, String channel, String form) {
        Answer draft = http.post(token, "/api/v1/filings" + (channel.isEmpty() ? "" : "?channel=" + channel), "", form);
        assertThat(draft.status()).as(draft.response().body()).isEqualTo(201);
        return draft;
    }

    Answer attach(String token, Answer draft, String... kinds) {
        Answer last = draft;
        for (String kind : kinds) {
            last = http.upload(
                    token, "/api/v1/filings/" + draft.text("id") + "/materials", last.etag(), kind, "扫描件.png", PNG);
            assertThat(last.status()).as(last.response().body()).isEqualTo(201);
        }
        return last;
    }

    Answer submit(String token, Answer draft, String... kinds) {
        Answer attached = attach(token, draft, kinds);
        Answer submitted = http.post(token, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "");
        assertThat(submitted.status()).as(submitted.response().body()).isEqualTo(200);
        return submitted;
    }

    /** The judge returns it, to be answered within so many days. */
    Answer giveBack(Answer submitted, int days) {
        return http.post(
                judge, "/api/v1/filings/" + submitted.text("id") + "/correction", submitted.etag(), """
                {"missing":[{"item":"生效证明","reason":"未提交"}],"days":%d}""".formatted(
                                days));
    }

    /** The last fact of this kind about this filing. */
    JsonNode told(String id, String type) throws SQLException {
        try (Connection connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select body from outbox where type = '" + type + "' and case_id = '" + id
                                + "' order by id desc limit 1")) {
            assertThat(rows.next()).as(type).isTrue();
            return JsonMapper.shared().readTree(rows.getString(1)).path("data");
        }
    }

    <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    /** Whether the bytes of a file are there. */
    boolean stored(String id, String sha256) {
        return Files.exists(folder.resolve("blobs/case").resolve(id).resolve(sha256));
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = database.connect();
                var it = connection.createStatement()) {
            it.execute(statement);
        }
    }

    long rows(String table) throws SQLException {
        try (Connection connection = database.connect();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static String form() {
        return """
                {"courtCode":"沪0117",
                 "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"%s","phone":"13800000000",
                  "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000"}}],
                 "respondents":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91350100M000100Y43"}],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院","effectiveOn":"2025-12-01"}}
                """.formatted(ID_NUMBER);
    }

    static String posted(Object posted, Object received) {
        return form().replaceFirst("\\{", "{\"posted\":\"%s\",\"received\":\"%s\",".formatted(posted, received));
    }
}
