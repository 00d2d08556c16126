package court.filing.filing;

import static court.filing.filing.ApiExamples.request;
import static court.filing.filing.ApiExamples.same;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.FilingApplication;
import court.filing.filing.Http.Answer;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.PersonKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The examples in the API description are requests the service takes and answers it gives. */
class ApiExamplesIT {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final TestTokens TOKENS = new TestTokens();

    @TempDir
    static Path folder;

    private static Path offset;
    private static RunningService service;
    private static Http http;
    private static String applicant;
    private static String judge;
    private static String colleague;

    @BeforeAll
    static void start() {
        RealBroker.topics("court.filing.v1");
        Path courts = Path.of("src/test/resources/courts.json").toAbsolutePath();
        offset = folder.resolve("clock-offset");
        service = RunningService.start(
                FilingApplication.class,
                RealPostgres.fresh(),
                TOKENS,
                RunningService.folder("filing-examples"),
                Map.of("court.directory", courts, "court.clock.offset-file", offset));
        http = new Http(service.address());
        applicant = TOKENS.party(service.bean(PersonKey.class).of("ID_CARD", "310117198001010019"));
        judge = TOKENS.staff("filing-judge", "沪0117", "FILING_JUDGE");
        colleague = TOKENS.staff("filing-judge-2", "沪0117", "FILING_JUDGE");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theExamplesOfAFilingThatIsReturnedAndAcceptedAreTrue() {
        Answer draft = same(
                "FilingController.open", http.post(applicant, "/api/v1/filings", "", request("FilingController.open")));
        String path = "/api/v1/filings/" + draft.text("id");
        Answer filled = same(
                "FilingController.fill", http.put(applicant, path, draft.etag(), request("FilingController.fill")));
        Answer submitted = submitted(path, filled);

        Answer held = http.post(colleague, path + "/review", submitted.etag(), "{}");
        Answer taken = same(
                "ReviewController.take",
                http.post(judge, path + "/review", held.etag(), request("ReviewController.take")));
        same("FilingListController.list", http.get(judge, "/api/v1/filings"));
        same("FilingController.get", http.get(judge, path));
        Answer contacts = same(
                "ReviewController.contacts",
                http.post(judge, path + "/contacts", "", request("ReviewController.contacts")));
        Answer noted = same("ReviewController.note", http.post(judge, path + "/calls", taken.etag(), call(contacts)));
        Answer returned = same(
                "ReviewController.giveBack",
                http.post(judge, path + "/correction", noted.etag(), request("ReviewController.giveBack")));
        Answer again = http.post(applicant, path + "/submission", returned.etag(), "");
        same("ReviewController.accept", http.post(judge, path + "/acceptance", again.etag(), ""));
    }

    @Test
    void theExamplesOfAFilingThatIsRefusedAreTrue() {
        Answer draft = http.post(applicant, "/api/v1/filings", "", request("FilingController.fill"));
        String path = "/api/v1/filings/" + draft.text("id");
        Answer submitted = submitted(path, draft);
        Answer twin = http.post(applicant, "/api/v1/filings", "", request("FilingController.fill"));
        submitted("/api/v1/filings/" + twin.text("id"), twin);

        same("ReviewController.related", http.get(judge, path + "/related"));
        Answer taken = http.post(judge, path + "/review", submitted.etag(), "{}");
        Answer free = same("ReviewController.putBack", http.delete(judge, path + "/review", taken.etag()));
        same(
                "ReviewController.refuse",
                http.post(judge, path + "/refusal", free.etag(), request("ReviewController.refuse")));
    }

    @Test
    void theExamplesOfALimitThatWasMissedWithoutFaultAreTrue() throws IOException {
        Files.writeString(offset, "-P9D");
        Answer draft = http.post(applicant, "/api/v1/filings", "", request("FilingController.fill"));
        String path = "/api/v1/filings/" + draft.text("id");
        Answer returned = http.post(
                judge,
                path + "/correction",
                submitted(path, draft).etag(),
                request("ReviewController.giveBack").replaceAll("\"days\":\\d+", "\"days\":1"));
        Files.delete(offset);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        Answer asked = same(
                "FilingController.extension",
                http.post(applicant, path + "/extension", returned.etag(), on(today, "FilingController.extension")));
        same(
                "ReviewController.extend",
                http.post(
                        judge,
                        path + "/extension/decision",
                        asked.etag(),
                        on(today.plusDays(7), "ReviewController.extend")));
        same("DeadlineController.list", http.get(applicant, path + "/deadlines"));
    }

    @Test
    void theExamplesOfATermOfEnforcementAreTrue() throws IOException {
        Files.writeString(offset, "-P9D");
        Answer draft = http.post(applicant, "/api/v1/filings", "", request("FilingController.fill"));
        String path = "/api/v1/filings/" + draft.text("id");
        Answer accepted =
                http.post(judge, path + "/acceptance", submitted(path, draft).etag(), "");
        Files.delete(offset);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String enforcing = TOKENS.staff(
                accepted.text("judgeName").equals("执行法官一") ? "judge-1" : "judge-2", "沪0117", "ENFORCEMENT_JUDGE");
        String changes = path + "/deadlines/changes";

        Answer asked = same(
                "DeadlineController.ask",
                http.post(enforcing, changes, accepted.etag(), on(today.minusDays(3), "DeadlineController.ask")));
        String change = changes + "/"
                + http.get(judge, path + "/deadlines")
                        .body()
                        .at("/changes/0/id")
                        .asString();
        Answer decided = same(
                "DeadlineController.decide",
                http.post(
                        TOKENS.staff("president", "沪0117", "SUPERVISOR"),
                        change + "/decision",
                        asked.etag(),
                        request("DeadlineController.decide")));
        same(
                "DeadlineController.resume",
                http.post(
                        enforcing,
                        change + "/resumption",
                        decided.etag(),
                        on(today.minusDays(1), "DeadlineController.resume")));
        same("CaseDeadlinesController.list", http.get(enforcing, "/api/v1/cases/" + draft.text("id") + "/deadlines"));
    }

    @Test
    void theExamplesOfAFilingThatIsGivenUpAreTrue() {
        Answer draft = http.post(applicant, "/api/v1/filings", "", request("FilingController.fill"));
        same("RetreatController.discard", http.delete(applicant, "/api/v1/filings/" + draft.text("id"), draft.etag()));
        Answer other = http.post(applicant, "/api/v1/filings", "", request("FilingController.fill"));
        String path = "/api/v1/filings/" + other.text("id");

        Answer submitted = submitted(path, other);

        same(
                "RetreatController.withdraw",
                http.post(applicant, path + "/withdrawal", submitted.etag(), request("RetreatController.withdraw")));
    }

    /** With this day for the one written down. */
    private static String on(LocalDate day, String operation) {
        return request(operation).replaceAll("\\d{4}-\\d{2}-\\d{2}", day.toString());
    }

    private static Answer submitted(String path, Answer draft) {
        Map<String, String> form = court.platform.support.ApiExamples.form("MaterialController.attach");
        Answer first = same(
                "MaterialController.attach",
                http.upload(applicant, path + "/materials", draft.etag(), form.get("kind"), form.get("file"), PNG));
        Answer other = http.upload(applicant, path + "/materials", first.etag(), "授权委托书", "授权委托书.png", PNG);
        Answer more = http.upload(applicant, path + "/materials", other.etag(), "其他", "说明.png", PNG);
        Answer composed = same(
                "CompositionController.compose",
                http.post(applicant, path + "/materials/composition", more.etag(), pages(path)));
        String file = http.get(applicant, path).body().at("/materials/3/id").asString();
        Answer less =
                same("MaterialController.detach", http.delete(applicant, path + "/materials/" + file, composed.etag()));
        return same("FilingController.submit", http.post(applicant, path + "/submission", less.etag(), ""));
    }

    /** With pictures of this filing for those written down. */
    private static String pages(String path) {
        JsonNode materials = http.get(applicant, path).body().path("materials");
        return request("CompositionController.compose")
                .replaceAll(
                        "\"pages\":\\[.*]",
                        "\"pages\":[\"%s\",\"%s\"]"
                                .formatted(
                                        materials.at("/1/id").asString(),
                                        materials.at("/2/id").asString()));
    }

    /** With somebody of this filing. */
    private static String call(Answer contacts) {
        String id = contacts.body().at("/contacts/0/id").asString();
        return request("ReviewController.note").replaceAll("\"with\":\"[^\"]*\"", "\"with\":\"" + id + "\"");
    }

    @Test
    void everyOperationOfFilingHasItsExample() {
        JsonNode description = http.get("", "/v3/api-docs").body();

        assertThat(description.path("paths").size()).isGreaterThan(10);
        assertThat(court.platform.support.ApiExamples.missing(description, "/api/v1/filings"))
                .isEmpty();
    }

    @Test
    void noExampleHasAFieldThatTheDescriptionDoesNotKnow() {
        JsonNode description = http.get("", "/v3/api-docs").body();

        assertThat(description.path("paths").findParents("example")).hasSizeGreaterThan(20);
        assertThat(court.platform.support.ApiExamples.unknown(description)).isEmpty();
    }
}
