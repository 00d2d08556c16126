package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadFilingIT {

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();
    private final String judge = filing.judge("filing-judge");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no JSON                  | {nonsense                               | 400 | edge.unreadable_json
            unknown field            | {"colour":"red"}                        | 400 | edge.unknown_field
            a number for a text      | {"courtCode":117}                       | 400 | edge.wrong_value
            NUL in text              | {"courtCode":"a\\u0000b"}               | 422 | text.nul_character
            """)
    void badInputIsRefusedWithACodeAndASentence(String what, String body, int status, String code) {
        Answer answer = filing.http.post(applicant, "/api/v1/filings", "", body);

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
        Answer draft = filing.http.post(applicant, "/api/v1/filings", "", body);
        assertThat(draft.status()).as(draft.response().body()).isEqualTo(201);
        assertThat(draft.body().path("missing").findValuesAsString("code")).contains(code);
        Answer attached = upload(applicant, draft, "判决书.png", RunningFiling.PNG);

        Answer answer =
                filing.http.post(applicant, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("filing.not_complete");
        assertThat(answer.body().path("errors").findValuesAsString("code")).contains(code);
        assertThat(answer.response().body()).doesNotContain("Exception", "110101199003070000");
    }

    @Test
    void headersAreNeededAndRolesMatter() {
        Answer submitted = submitted();
        String accept = "/api/v1/filings/" + submitted.text("id") + "/acceptance";

        assertThat(filing.http.post(applicant, "/api/v1/filings", "", "", "{}").text("code"))
                .isEqualTo("edge.key_missing");
        assertThat(filing.http.post(judge, accept, "", "").text("code")).isEqualTo("edge.version_missing");
        assertThat(filing.http.post(judge, accept, "\"1\"", "").text("code")).isEqualTo("edge.version_stale");
        assertThat(filing.http.post(judge, accept, "latest", "").text("code")).isEqualTo("edge.version_unreadable");
        assertThat(filing.http.post(applicant, accept, submitted.etag(), "").text("code"))
                .isEqualTo("access.role_missing");
        assertThat(filing.http.post("", accept, submitted.etag(), "").status()).isEqualTo(401);
        assertThat(filing.http.post("nonsense", accept, submitted.etag(), "").text("code"))
                .isEqualTo("access.token_invalid");
        assertThat(filing.http
                        .get(filing.tokens.service("archive"), "/api/v1/filings")
                        .status())
                .isEqualTo(403);
        assertThat(filing.http.get(applicant, "/api/v1/nothing").text("code")).isEqualTo("edge.no_such_address");
        assertThat(filing.http.put(applicant, "/api/v1/filings", "", "{}").text("code"))
                .isEqualTo("edge.method_not_allowed");
        assertThat(filing.http.get(applicant, "/api/v1/filings?cursor=x").text("code"))
                .isEqualTo("edge.cursor_unreadable");
        assertThat(filing.http.get(applicant, "/api/v1/filings/not-an-id").text("code"))
                .isEqualTo("edge.wrong_value");
        assertThat(filing.http
                        .post(applicant, "/api/v1/filings", "", "\"" + "x".repeat(1_100_000) + "\"")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void filesAreJudgedByTheirContent() {
        Answer draft =
                filing.http.post(applicant, "/api/v1/filings", "", Forms.whole().json());

        assertThat(upload(applicant, draft, "empty.pdf", new byte[0]).text("code"))
                .isEqualTo("blob.empty_file");
        assertThat(upload(applicant, draft, "scan.pdf", RunningFiling.PNG).status())
                .isEqualTo(422);
        assertThat(upload(applicant, draft, "run.exe", "MZ".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isBetween(415, 422);
        assertThat(filing.http
                        .get(applicant, "/api/v1/filings/" + draft.text("id"))
                        .body()
                        .path("materials"))
                .isEmpty();
    }

    @Test
    void aFileComesBackAsItWasSent() {
        Answer attached = draftWithMaterial();
        String id = filing.http
                .get(applicant, "/api/v1/filings/" + attached.text("id"))
                .body()
                .at("/materials/0/id")
                .asString();

        Answer file =
                filing.http.get(applicant, "/api/v1/filings/" + attached.text("id") + "/materials/" + id + "/content");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.response().headers().firstValue("Content-Length"))
                .contains(Integer.toString(RunningFiling.PNG.length));
        assertThat(file.response().headers().firstValue("Repr-Digest")).isPresent();
    }

    @Test
    void submitPressedTwiceUnderTwoKeysIsOneSubmission() {
        Answer draft = draftWithMaterial();

        Answer first = filing.step(applicant, draft, "/submission", "");
        Answer second = filing.step(applicant, draft, "/submission", "");
        Answer third = filing.step(applicant, first, "/submission", "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.text("code")).isEqualTo("edge.version_stale");
        assertThat(third.text("code")).isEqualTo("filing.not_now");
        assertThat(filing.rows(
                        "select 1 from outbox where type = 'FilingSubmitted' and case_id = '" + draft.text("id") + "'"))
                .hasSize(1);
    }

    @Test
    void aFilingThatIsNotTheCallersOwnIsNotSubmitted() {
        Answer draft = filing.http.post(
                applicant,
                "/api/v1/filings",
                "",
                Forms.whole()
                        .text("/applicants/0/idNumber", "11010119900307803X")
                        .json());
        Answer attached = upload(applicant, draft, "判决书.png", RunningFiling.PNG);

        assertThat(filing.http
                        .post(applicant, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "")
                        .text("code"))
                .isEqualTo("filing.not_applicant");
    }

    private Answer submitted() {
        return filing.submitted(applicant, Forms.whole());
    }

    private Answer draftWithMaterial() {
        return filing.attach(applicant, filing.open(applicant, Forms.whole()), "执行依据");
    }

    private Answer upload(String token, Answer draft, String name, byte[] bytes) {
        return filing.http.upload(
                token, "/api/v1/filings/" + draft.text("id") + "/materials", draft.etag(), "执行依据", name, bytes);
    }
}
