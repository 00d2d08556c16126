package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.FilingApplication;
import court.filing.filing.Http.Answer;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.PersonKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingIT {

    private static final String ID_NUMBER = "110101199003070134";
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final TestTokens TOKENS = new TestTokens();
    private static RunningService service;
    private static Http http;
    private static String applicant;
    private static String judge;

    @BeforeAll
    static void start() {
        RealBroker.topics("court.filing.v1");
        Path courts = Path.of("src/test/resources/courts.json").toAbsolutePath();
        service = RunningService.start(
                FilingApplication.class,
                DATABASE,
                TOKENS,
                RunningService.folder("filing"),
                Map.of("court.directory", courts));
        http = new Http(service.address());
        applicant = TOKENS.party(service.bean(PersonKey.class).of("ID_CARD", ID_NUMBER));
        judge = TOKENS.staff("filing-judge", "沪0117", "FILING_JUDGE");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aFilingIsReturnedOnceAndThenAccepted() {
        Answer submitted = submit(applicant);
        String filing = "/api/v1/filings/" + submitted.text("id");

        Answer returned = http.post(judge, filing + "/correction", submitted.etag(), correction(""));
        assertThat(returned.text("state")).isEqualTo("RETURNED");
        assertThat(http.get(applicant, filing).body().at("/missing/0/item").asString())
                .isEqualTo("生效证明");
        Answer again = http.post(applicant, filing + "/submission", returned.etag(), "");
        assertThat(again.body().path("corrected").asBoolean()).isTrue();
        Answer accepted = http.post(judge, filing + "/acceptance", again.etag(), "");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("caseNumber")).matches("（20\\d\\d）沪0117执[1-9]\\d*号");
        assertThat(accepted.text("judgeName")).startsWith("执行法官");
    }

    @Test
    void caseNumbersHaveNoGapsWhenManyAreAcceptedAtOnceAndSomeAreRefused() throws SQLException {
        List<Answer> filings =
                IntStream.range(0, 6).mapToObj(i -> submit(applicant)).toList();

        List<Integer> statuses = new ArrayList<>(filings.parallelStream()
                .flatMap(it -> List.of(it.etag(), "\"99\"").parallelStream()
                        .map(etag -> http.post(judge, "/api/v1/filings/" + it.text("id") + "/acceptance", etag, "")
                                .status()))
                .toList());

        assertThat(statuses).containsOnly(200, 412).filteredOn(it -> it == 200).hasSize(6);
        List<Long> serials = serials();
        assertThat(serials)
                .isEqualTo(LongStream.rangeClosed(1, serials.size()).boxed().toList());
    }

    private static List<Long> serials() throws SQLException {
        List<Long> serials = new ArrayList<>();
        try (Connection connection = DATABASE.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select (body::jsonb -> 'data' ->> 'caseNumber') from outbox where type = 'CaseAccepted'")) {
            while (rows.next()) {
                serials.add(Long.valueOf(rows.getString(1).replaceAll(".*执(\\d+)号", "$1")));
            }
        }
        return serials.stream().sorted().toList();
    }

    @Test
    void ofManyAcceptancesAtOnceOneWins() {
        Answer submitted = submit(applicant);

        List<Integer> statuses = IntStream.range(0, 5)
                .parallel()
                .mapToObj(i -> http.post(
                                judge, "/api/v1/filings/" + submitted.text("id") + "/acceptance", submitted.etag(), "")
                        .status())
                .toList();

        assertThat(statuses).filteredOn(it -> it == 200).hasSize(1);
        assertThat(statuses).filteredOn(it -> it == 412).hasSize(4);
    }

    @Test
    void theSameSubmissionTwiceIsOneSubmission() throws SQLException {
        Answer draft = draftWithMaterial(applicant);
        String path = "/api/v1/filings/" + draft.text("id") + "/submission";

        Answer first = http.post(applicant, path, draft.etag(), "same-key", "");
        Answer second = http.post(applicant, path, draft.etag(), "same-key", "");

        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.response().headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(count("outbox where type = 'FilingSubmitted' and case_id = '" + draft.text("id") + "'"))
                .isOne();
    }

    @Test
    void aViewByTheCourtIsOnRecordOncePerHour() throws SQLException {
        Answer submitted = submit(applicant);
        String id = submitted.text("id");

        http.get(judge, "/api/v1/filings/" + id);
        http.get(judge, "/api/v1/filings/" + id);
        http.get(applicant, "/api/v1/filings/" + id);

        assertThat(count("outbox where kind = 'ACCESS' and case_id = '" + id + "'"))
                .isOne();
    }

    @Test
    void nobodyElseSeesAFiling() {
        Answer draft = draftWithMaterial(applicant);
        Answer submitted = submit(applicant);
        String stranger = TOKENS.party("f".repeat(64));
        String otherCourt = TOKENS.staff("other-judge", "沪0115", "FILING_JUDGE");
        String unknown = http.get(applicant, "/api/v1/filings/" + UUID.randomUUID())
                .response()
                .body();

        for (Answer answer : List.of(
                http.get(stranger, "/api/v1/filings/" + submitted.text("id")),
                http.get(otherCourt, "/api/v1/filings/" + submitted.text("id")),
                http.get(judge, "/api/v1/filings/" + draft.text("id")),
                http.post(
                        otherCourt, "/api/v1/filings/" + submitted.text("id") + "/acceptance", submitted.etag(), ""))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(withoutTrace(answer.response().body())).isEqualTo(withoutTrace(unknown));
        }
    }

    private static String withoutTrace(String body) {
        return body.replaceAll("\"traceId\":\"[^\"]*\",?", "");
    }

    @Test
    void theQueueOfACourtIsItsOwn() {
        Answer submitted = submit(applicant);
        String otherCourt = TOKENS.staff("other-judge", "沪0115", "FILING_JUDGE");

        assertThat(http.get(judge, "/api/v1/filings?limit=100").response().body())
                .contains(submitted.text("id"));
        assertThat(http.get(otherCourt, "/api/v1/filings?limit=100").response().body())
                .doesNotContain(submitted.text("id"));
    }

    @Test
    void anOrganisationFilesThroughItsLegalRepresentative() {
        String form = form(ID_NUMBER).replaceFirst("(?s)\"applicants\":\\[\\{.*?\\}\\]", """
                "applicants":[{"kind":"ORGANISATION","name":"演示公司","idType":"CREDIT_CODE","idNumber":"91310117MA1JABCD0U",
                "phone":"021-10000000","account":{"holder":"演示公司","bank":"演示银行","number":"31000000000001"},"representative":{"name":"演示代表","idType":"ID_CARD","idNumber":"%s"}}]""".formatted(ID_NUMBER));

        Answer draft = http.post(applicant, "/api/v1/filings", "", form);
        Answer attached = upload(applicant, draft, "判决书.png", PNG);

        assertThat(http.post(applicant, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoActsForAnOrganisationFilesForItAndSeesItOnlyAsLongAsTheyDo() {
        String organisation = service.bean(PersonKey.class).of("CREDIT_CODE", "91310117MA1JABCD0U");
        String handler = TOKENS.acting("e".repeat(64), organisation);
        String revoked = TOKENS.party("e".repeat(64));
        String form = form(ID_NUMBER).replaceFirst("(?s)\"applicants\":\\[\\{.*?\\}\\]", """
                "applicants":[{"kind":"ORGANISATION","name":"演示公司","idType":"CREDIT_CODE","idNumber":"91310117MA1JABCD0U",
                "phone":"021-10000000","account":{"holder":"演示公司","bank":"演示银行","number":"31000000000001"},"representative":{"name":"演示代表","idType":"ID_CARD","idNumber":"%s"}}]""".formatted(ID_NUMBER));
        Answer draft = http.post(handler, "/api/v1/filings", "", form);
        String path = "/api/v1/filings/" + draft.text("id");
        Answer attached = upload(handler, draft, "判决书.png", PNG);

        assertThat(http.post(revoked, path + "/submission", attached.etag(), "").status())
                .isEqualTo(422);
        Answer handed = http.post(handler, path + "/submission", attached.etag(), "");
        assertThat(handed.status()).as(handed.response().body()).isEqualTo(200);

        assertThat(http.get(handler, path).status()).isEqualTo(200);
        assertThat(http.get(applicant, path).status()).isEqualTo(200);
        assertThat(http.get(revoked, path).status()).isEqualTo(404);
        assertThat(http.get(handler, "/api/v1/filings").response().body()).contains(draft.text("id"));
        assertThat(http.get(revoked, "/api/v1/filings").response().body()).doesNotContain(draft.text("id"));
    }

    @Test
    void anIdNumberIsNowhereInTheClear() throws SQLException {
        Answer submitted = submit(applicant);
        http.get(judge, "/api/v1/filings/" + submitted.text("id"));

        try (Connection connection = DATABASE.connect()) {
            for (String table : List.of("filing", "outbox", "command_key", "fact_sequence", "access_seen")) {
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from " + table + " t where t::text like '%" + ID_NUMBER + "%'");
                rows.next();
                assertThat(rows.getLong(1)).as(table).isZero();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no JSON                  | {nonsense                               | 400 | edge.unreadable_json
            unknown field            | {"colour":"red"}                        | 400 | edge.unknown_field
            a number for a text      | {"courtCode":117}                       | 400 | edge.wrong_value
            NUL in text              | {"courtCode":"a\\u0000b"}               | 422 | text.nul_character
            """)
    void badInputIsRefusedWithACodeAndASentence(String what, String body, int status, String code) {
        Answer answer = http.post(applicant, "/api/v1/filings", "", body);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.response().body()).doesNotContain("Exception", "110101199003070000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            invalid id card      | {"applicants":[{"kind":"PERSON","name":"x","idType":"ID_CARD","idNumber":"110101199003070000"}]} | identity.id_card_check_digit
            invalid credit code  | {"applicants":[{"kind":"ORGANISATION","name":"x","idType":"CREDIT_CODE","idNumber":"91350100M000100Y44"}]} | identity.credit_code_check_character
            negative amount      | {"claim":{"kind":"MONEY","amount":"-5.00"}} | money.negative
            three decimals       | {"claim":{"kind":"MONEY","amount":"5.001"}} | money.too_precise
            unknown court        | {"courtCode":"京0101"}                      | form.no_such_court
            before 1949          | {"basis":{"effectiveOn":"1948-12-31"}}      | form.date_too_early
            """)
    void aDraftKeepsWhatIsWrongAndSaysSoButItIsNotHandedIn(String what, String body, String code) {
        Answer draft = http.post(applicant, "/api/v1/filings", "", body);
        assertThat(draft.status()).as(draft.response().body()).isEqualTo(201);
        assertThat(draft.body().path("missing").findValuesAsString("code")).contains(code);
        Answer attached = upload(applicant, draft, "判决书.png", PNG);

        Answer answer =
                http.post(applicant, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("filing.not_complete");
        assertThat(answer.body().path("errors").findValuesAsString("code")).contains(code);
        assertThat(answer.response().body()).doesNotContain("Exception", "110101199003070000");
    }

    @Test
    void headersAreNeededAndRolesMatter() {
        Answer submitted = submit(applicant);
        String accept = "/api/v1/filings/" + submitted.text("id") + "/acceptance";

        assertThat(http.post(applicant, "/api/v1/filings", "", "", "{}").text("code"))
                .isEqualTo("edge.key_missing");
        assertThat(http.post(judge, accept, "", "").text("code")).isEqualTo("edge.version_missing");
        assertThat(http.post(judge, accept, "\"1\"", "").text("code")).isEqualTo("edge.version_stale");
        assertThat(http.post(judge, accept, "latest", "").text("code")).isEqualTo("edge.version_unreadable");
        assertThat(http.post(applicant, accept, submitted.etag(), "").text("code"))
                .isEqualTo("access.role_missing");
        assertThat(http.post("", accept, submitted.etag(), "").status()).isEqualTo(401);
        assertThat(http.post("nonsense", accept, submitted.etag(), "").text("code"))
                .isEqualTo("access.token_invalid");
        assertThat(http.get(TOKENS.service("archive"), "/api/v1/filings").status())
                .isEqualTo(403);
        assertThat(http.get(applicant, "/api/v1/nothing").text("code")).isEqualTo("edge.no_such_address");
        assertThat(http.put(applicant, "/api/v1/filings", "", "{}").text("code"))
                .isEqualTo("edge.method_not_allowed");
        assertThat(http.get(applicant, "/api/v1/filings?cursor=x").text("code")).isEqualTo("edge.cursor_unreadable");
        assertThat(http.get(applicant, "/api/v1/filings/not-an-id").text("code"))
                .isEqualTo("edge.wrong_value");
        assertThat(http.post(applicant, "/api/v1/filings", "", "\"" + "x".repeat(1_100_000) + "\"")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void filesAreJudgedByTheirContent() {
        Answer draft = http.post(applicant, "/api/v1/filings", "", form(ID_NUMBER));

        assertThat(upload(applicant, draft, "empty.pdf", new byte[0]).text("code"))
                .isEqualTo("blob.empty_file");
        assertThat(upload(applicant, draft, "scan.pdf", PNG).status()).isEqualTo(422);
        assertThat(upload(applicant, draft, "run.exe", "MZ".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isBetween(415, 422);
        assertThat(http.get(applicant, "/api/v1/filings/" + draft.text("id"))
                        .body()
                        .path("materials"))
                .isEmpty();
    }

    @Test
    void aFileComesBackAsItWasSent() {
        Answer attached = draftWithMaterial(applicant);
        String id = http.get(applicant, "/api/v1/filings/" + attached.text("id"))
                .body()
                .at("/materials/0/id")
                .asString();

        Answer file = http.get(applicant, "/api/v1/filings/" + attached.text("id") + "/materials/" + id + "/content");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.response().headers().firstValue("Content-Length")).contains(Integer.toString(PNG.length));
        assertThat(file.response().headers().firstValue("Repr-Digest")).isPresent();
    }

    @Test
    void aFilingThatIsNotTheCallersOwnIsNotSubmitted() {
        Answer draft = http.post(applicant, "/api/v1/filings", "", form("11010119900307803X"));
        Answer attached = upload(applicant, draft, "判决书.png", PNG);

        assertThat(http.post(applicant, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "")
                        .text("code"))
                .isEqualTo("filing.not_applicant");
    }

    private static Answer submit(String token) {
        Answer draft = draftWithMaterial(token);
        Answer submitted = http.post(token, "/api/v1/filings/" + draft.text("id") + "/submission", draft.etag(), "");
        assertThat(submitted.status()).as(submitted.response().body()).isEqualTo(200);
        return submitted;
    }

    private static Answer draftWithMaterial(String token) {
        Answer draft = http.post(token, "/api/v1/filings", "", form(ID_NUMBER));
        assertThat(draft.status()).as(draft.response().body()).isEqualTo(201);
        Answer attached = upload(token, draft, "判决书.png", PNG);
        assertThat(attached.status()).as(attached.response().body()).isEqualTo(201);
        return attached;
    }

    private static Answer upload(String token, Answer draft, String name, byte[] bytes) {
        return http.upload(
                token, "/api/v1/filings/" + draft.text("id") + "/materials", draft.etag(), "执行依据", name, bytes);
    }

    private static String correction(String reason) {
        return """
                {"missing":[{"item":"生效证明","reason":"未提交"}],"days":7%s}""".formatted(reason);
    }

    private static String form(String idNumber) {
        return """
                {"courtCode":"沪0117",
                 "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"%s","phone":"13800000000",
                  "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000"}}],
                 "respondents":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE","idNumber":"91350100M000100Y43"}],
                 "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院","effectiveOn":"2025-12-01"}}
                """.formatted(idNumber);
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = DATABASE.connect();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
