package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.FilingApplication;
import court.filing.filing.Http.Answer;
import court.platform.support.FakeMessengers;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import court.platform.vault.PersonKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is prompted at which step, as it arrives on their phones. */
class FilingNoticesIT {

    private static final String ID_NUMBER = "110101199003070134";
    private static final String IN_WECHAT = "11010119900307803X";
    private static final String PHONE = "13900000077";
    private static final String OPENID = "oNotice0000000000000000000001";
    private static final String FILING_JUDGE_PHONE = "13800000001";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final TestTokens TOKENS = new TestTokens();
    private static final FakeMessengers MESSENGERS = new FakeMessengers();
    private static final Path FOLDER = RunningService.folder("notices");
    private static final Path OFFSET = FOLDER.resolve("offset");
    private static final String JUDGE = TOKENS.staff("filing-judge", "沪0117", "FILING_JUDGE");
    private static RunningService service;
    private static Http http;
    private static String applicant;

    @BeforeAll
    static void start() {
        RealBroker.topics("court.filing.v1");
        Map<String, Object> properties = new HashMap<>(MESSENGERS.properties());
        properties.put(
                "court.directory", Path.of("src/test/resources/courts.json").toAbsolutePath());
        properties.put("court.clock.offset-file", OFFSET);
        properties.put("court.notice.every", "100ms");
        service = RunningService.start(FilingApplication.class, DATABASE, TOKENS, FOLDER, properties);
        http = new Http(service.address());
        applicant = TOKENS.party(personKey(ID_NUMBER));
    }

    private static String personKey(String idNumber) {
        return service.bean(PersonKey.class).of("ID_CARD", idNumber);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void allIsWell() {
        MESSENGERS.sms(FakeMessengers.Manner.GOOD);
        MESSENGERS.weChat(FakeMessengers.Manner.GOOD, 0);
        MESSENGERS.receipt("DELIVERED");
    }

    @AfterEach
    void clockIsRight() throws IOException {
        Files.deleteIfExists(OFFSET);
    }

    @Test
    @DisplayName("F5 the applicant and the court are prompted at every step, each once")
    void peopleArePromptedAtEveryStep() {
        Answer submitted = submit(applicant);
        String filing = "/api/v1/filings/" + submitted.text("id");
        has(filing, PHONE, "FILING_RECEIVED", FILING_JUDGE_PHONE, "FILING_WAITS");

        Answer returned = http.post(JUDGE, filing + "/correction", submitted.etag(), correction(7));
        has(filing, PHONE, "CORRECTION_NEEDED");
        Answer again = http.post(applicant, filing + "/submission", returned.etag(), "same", "");
        http.post(applicant, filing + "/submission", returned.etag(), "same", "");
        has(filing, PHONE, "CORRECTION_RECEIVED", FILING_JUDGE_PHONE, "FILING_CORRECTED");
        http.post(JUDGE, filing + "/acceptance", again.etag(), "");
        has(filing, PHONE, "CASE_ACCEPTED");

        List<JsonNode> court = prompts(JUDGE, filing);
        assertThat(court).hasSize(7);
        assertThat(court)
                .filteredOn(it -> it.path("matter").asString().equals("新分配一件执行案件"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("recipient").asString()).matches("138\\*{4}000[23]"));
        JsonNode accepted = sent(PHONE, "CASE_ACCEPTED", filing);
        assertThat(accepted.at("/values/about").asString()).matches("（20\\d\\d）沪0117执\\d+号");
        assertThat(accepted.at("/values/advice").asString()).startsWith("承办法官：执行法官");
        assertThat(accepted.at("/values/name").asString()).isEqualTo("演某");
    }

    @Test
    @DisplayName("RS4 no prompt holds a link, a whole name or a number")
    void promptsHoldNothingPersonal() {
        Answer submitted = submit(applicant);
        has("/api/v1/filings/" + submitted.text("id"), PHONE, "FILING_RECEIVED");

        for (JsonNode sms : MESSENGERS.sms()) {
            assertThat(sms.path("values").toString()).doesNotContain("http", "www", "演示申请人", ID_NUMBER, PHONE, "判决书");
        }
    }

    @Test
    void whoActedThroughWeChatIsPromptedThereAndBySmsWhenTheyRefuse() {
        String sealed = new AccountSeal(service.bean(KeyPort.class)).close(OPENID);
        String through = TOKENS.through(personKey(IN_WECHAT), sealed);
        Answer submitted = submit(through, IN_WECHAT);
        String filing = "/api/v1/filings/" + submitted.text("id");
        await().atMost(SOON).until(() -> !MESSENGERS.cards().isEmpty());
        assertThat(MESSENGERS.cards().getFirst().path("touser").asString()).isEqualTo(OPENID);

        MESSENGERS.weChat(FakeMessengers.Manner.GOOD, 43101);
        http.post(JUDGE, filing + "/correction", submitted.etag(), correction(1));

        has(filing, PHONE, "CORRECTION_NEEDED");
        assertThat(prompts(through, filing))
                .anyMatch(it -> it.path("weChatFailure").asString("").contains("拒收"));
    }

    @Test
    @DisplayName("RF2 two days before the last day the applicant is reminded, once, and not when it was handed in")
    void theApplicantIsRemindedOfTheLastDay() throws IOException {
        Answer one = submit(applicant);
        String late = "/api/v1/filings/" + one.text("id");
        http.post(JUDGE, late + "/correction", one.etag(), correction(10));
        Answer two = submit(applicant);
        String quick = "/api/v1/filings/" + two.text("id");
        Answer returned = http.post(JUDGE, quick + "/correction", two.etag(), correction(10));
        http.post(applicant, quick + "/submission", returned.etag(), "");

        LocalDate due = LocalDate.parse(http.get(applicant, late).text("due"));
        long days = ChronoUnit.DAYS.between(LocalDate.now(ZoneId.of("Asia/Shanghai")), due.minusDays(2));
        Files.writeString(OFFSET, "P" + days + "D");

        await().atMost(SOON).until(() -> reminders() > 0);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> reminders() == 1);
        Files.delete(OFFSET);
        assertThat(matters(prompts(JUDGE, late), "补正期限即将届满")).isOne();
        assertThat(matters(prompts(JUDGE, quick), "补正期限即将届满")).isZero();
    }

    @Test
    void aLimitThatWasShortFromTheBeginningNeedsNoReminder() {
        Answer submitted = submit(applicant);
        String filing = "/api/v1/filings/" + submitted.text("id");
        http.post(JUDGE, filing + "/correction", submitted.etag(), correction(1));
        has(filing, PHONE, "CORRECTION_NEEDED");

        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> matters(prompts(JUDGE, filing), "补正期限即将届满") == 0);
    }

    /** Tokens of today are not good on the day the clock is moved to, so the phones are asked. */
    private static long reminders() {
        return MESSENGERS.sms().stream()
                .filter(it -> it.path("template").asString().equals("CORRECTION_DUE"))
                .count();
    }

    @Test
    void aPromptThatBouncedIsSeenByTheCourtAndTheApplicantSeesTheirOwnOnly() throws SQLException {
        MESSENGERS.receipt("UNDELIVERED");
        Answer submitted = submit(applicant);
        String filing = "/api/v1/filings/" + submitted.text("id");

        await().atMost(SOON)
                .until(() -> prompts(JUDGE, filing).stream()
                        .allMatch(it -> it.path("state").asString().equals("FAILED")));
        assertThat(prompts(JUDGE, filing)).hasSize(2);
        assertThat(prompts(applicant, filing)).singleElement().satisfies(it -> {
            assertThat(it.path("recipient").asString()).isEqualTo("139****0077");
            assertThat(it.path("stateText").asString()).isEqualTo("发送失败");
            assertThat(it.path("failure").asString()).contains("电话");
        });
        assertThat(http.get(TOKENS.party("f".repeat(64)), filing + "/notifications")
                        .status())
                .isEqualTo(404);
        assertThat(dump()).contains(submitted.text("id")).doesNotContain(PHONE, OPENID, FILING_JUDGE_PHONE, "演某");
    }

    private static String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (var connection = DATABASE.connect()) {
            for (String table : List.of("notification", "wechat_account", "reminder", "filing", "outbox")) {
                var rows = connection.createStatement().executeQuery("select t::text from " + table + " t");
                while (rows.next()) {
                    dump.append(rows.getString(1));
                }
            }
        }
        return dump.toString();
    }

    private static long matters(List<JsonNode> prompts, String matter) {
        return prompts.stream()
                .filter(it -> it.path("matter").asString().equals(matter))
                .count();
    }

    private static List<JsonNode> prompts(String token, String filing) {
        return http.get(token, filing + "/notifications")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Waits until these phones have got these messages of this filing. */
    private static void has(String filing, String... phonesAndTemplates) {
        for (int i = 0; i < phonesAndTemplates.length; i += 2) {
            int at = i;
            await().atMost(SOON)
                    .until(() -> !sent(phonesAndTemplates[at], phonesAndTemplates[at + 1], filing)
                            .isMissingNode());
        }
    }

    private static JsonNode sent(String phone, String template, String filing) {
        List<String> ids = prompts(JUDGE, filing).stream()
                .map(it -> it.path("id").asString())
                .toList();
        List<JsonNode> matching = MESSENGERS.sms().stream()
                .filter(it -> ids.contains(it.path("clientId").asString()))
                .filter(it -> it.path("phone").asString().equals(phone))
                .filter(it -> it.path("template").asString().equals(template))
                .toList();
        assertThat(matching).hasSizeLessThan(2);
        return matching.isEmpty() ? tools.jackson.databind.node.MissingNode.getInstance() : matching.getFirst();
    }

    private static Answer submit(String token) {
        return submit(token, ID_NUMBER);
    }

    private static Answer submit(String token, String idNumber) {
        Answer draft = http.post(token, "/api/v1/filings", "", form(idNumber));
        assertThat(draft.status()).as(draft.response().body()).isEqualTo(201);
        String path = "/api/v1/filings/" + draft.text("id");
        Answer attached = http.upload(token, path + "/materials", draft.etag(), "执行依据", "判决书.png", PNG);
        Answer submitted = http.post(
                token, path + "/submission", attached.etag(), UUID.randomUUID().toString(), "");
        assertThat(submitted.status()).as(submitted.response().body()).isEqualTo(200);
        return submitted;
    }

    private static String correction(int days) {
        return "{\"missing\":[{\"item\":\"生效证明\",\"reason\":\"未提交\"}],\"days\":" + days + "}";
    }

    private static String form(String idNumber) {
        return """
                {"courtCode":"沪0117",
                 "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"%s","phone":"%s",
                  "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000"}}],
                 "respondents":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91350100M000100Y43"}],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院","effectiveOn":"2025-12-01"}}
                """.formatted(idNumber, PHONE);
    }
}
