package court.filing.filing;

import static court.filing.filing.RunningFiling.done;
import static court.filing.filing.RunningFiling.path;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DraftIT {

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();

    private Answer fill(Answer draft, Forms form) {
        return done(filing.http.put(applicant, path(draft), draft.etag(), form.json()));
    }

    private static List<String> missing(Answer answer) {
        return answer.body().path("missing").findValuesAsString("pointer");
    }

    @Test
    void theDraftSaysWhatIsStillMissingUntilNothingIs() {
        Answer draft = filing.open(applicant, Forms.empty());
        assertThat(missing(draft))
                .containsExactlyInAnyOrder(
                        "/courtCode", "/applicants", "/respondents", "/claim", "/basis", "/materials");

        Forms half = Forms.whole().without("/claim").without("/basis");
        Answer filled = fill(draft, half);
        assertThat(missing(filled)).containsExactlyInAnyOrder("/claim", "/basis", "/materials");

        Answer whole = fill(filled, Forms.whole());
        assertThat(missing(whole)).containsExactly("/materials");

        Answer attached = filing.attach(applicant, whole, "执行依据");
        assertThat(missing(attached)).isEmpty();
        assertThat(filing.step(applicant, attached, "/submission", "").status()).isEqualTo(200);
    }

    @Test
    void whatIsHalfTypedOrWrongIsKeptAsItWasTyped() {
        Forms half = Forms.whole()
                .text("/applicants/0/idNumber", "1101011990")
                .text("/applicants/0/name", "演")
                .text("/claim/amount", "120000.005")
                .text("/basis/effectiveOn", "2025-1");

        Answer draft = filing.open(applicant, half);

        assertThat(missing(draft))
                .contains("/applicants/0/idNumber", "/claim/amount", "/basis/effectiveOn", "/materials");
        assertThat(form(filing.http.get(applicant, path(draft)))).isEqualTo(half.tree());
        assertThat(draft.response().body()).doesNotContain("1101011990");
    }

    /** As it was sent, whatever stands empty beside it. */
    private static JsonNode form(Answer view) {
        JsonNode form = view.body().path("form");
        Nulls.remove(form);
        return form;
    }

    @Test
    void anotherDeviceOfTheSamePersonGoesOnWhereTheFirstStopped() {
        Answer draft = filing.open(applicant, Forms.whole());
        String otherDevice = filing.applicant();

        Answer seen = done(filing.http.get(otherDevice, path(draft)));
        Answer went = done(filing.http.put(
                otherDevice,
                path(draft),
                seen.etag(),
                Forms.whole().text("/claim/amount", "5.00").json()));

        assertThat(filing.http
                        .put(applicant, path(draft), draft.etag(), Forms.whole().json())
                        .text("code"))
                .isEqualTo("edge.version_stale");
        assertThat(done(filing.http.get(applicant, path(draft)))
                        .body()
                        .at("/form/claim/amount")
                        .asString())
                .isEqualTo("5.00");
        assertThat(filing.http
                        .get(filing.person(Forms.LAWYER_NUMBER), path(went))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasPutRightIsToldAndTheTypedTextStays() {
        Answer draft = filing.open(
                applicant,
                Forms.whole().text("/applicants/0/phone", "１３８ ００００ ００００").text("/claim/amount", "５.００"));

        assertThat(draft.body().path("advice").findValuesAsString("pointer"))
                .contains("/applicants/0/phone", "/claim/amount");
        assertThat(missing(draft)).containsExactly("/materials");
        assertThat(filing.http
                        .get(applicant, path(draft))
                        .body()
                        .at("/form/claim/amount")
                        .asString())
                .isEqualTo("５.００");
    }

    @Test
    void amountsThatNoStoreCanHoldDoNotLoseTheDraft() {
        Forms much = Forms.whole().json("/claim", """
                {"kind":"MONEY","description":"支付货款","principal":"9999999999999999.99","costs":"1.00"}""");

        Answer draft = filing.open(applicant, much);

        assertThat(draft.body().path("missing").findValuesAsString("code")).contains("money.too_large");
        assertThat(done(filing.http.get(applicant, path(draft))).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereInAListIsRefusedWithACode() {
        for (String body : List.of(
                "{\"applicants\":[null]}",
                "{\"agents\":[null]}",
                "{\"clues\":[null]}",
                "{\"agents\":[{\"powers\":[null]}]}")) {
            Answer answer = filing.http.post(applicant, RunningFiling.FILINGS, "", body);

            assertThat(answer.status()).as(body + answer.response().body()).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("edge.wrong_value");
        }
    }

    @Test
    void aDraftSurvivesTheEndOfTheService() {
        RunningFiling own = RunningFiling.ofItsOwn();
        Answer draft = own.attach(own.applicant(), own.open(own.applicant(), Forms.whole()), "执行依据");

        own.restart();

        Answer seen = done(own.http.get(own.applicant(), path(draft)));
        assertThat(form(seen)).isEqualTo(Forms.whole().tree());
        assertThat(seen.etag()).isEqualTo(draft.etag());
        assertThat(own.step(own.applicant(), draft, "/submission", "").status()).isEqualTo(200);
        own.close();
    }

    @Test
    void nothingOfADraftStandsAnywhereInTheClear() {
        Forms form = Forms.whole()
                .text("/applicants/0/name", "独一无二申请人")
                .text("/applicants/0/account/holder", "独一无二申请人")
                .text("/applicants/0/phone", "13812349876")
                .text("/applicants/0/service/email", "unique@example.test")
                .text("/applicants/0/account/number", "6222029999000000001")
                .text("/claim/description", "独一无二的请求")
                .json("/clues", "[{\"kind\":\"OTHER\",\"respondent\":0,\"description\":\"独一无二的线索\"}]");

        Answer submitted = filing.submitted(applicant, form);
        done(filing.step(filing.judge("filing-judge"), submitted, "/acceptance", ""));

        for (String text : List.of("独一无二", "13812349876", "unique@", "6222029999000000001", Forms.ID_NUMBER)) {
            assertThat(filing.tablesWith(text)).as(text).isEmpty();
        }
    }
}
