package court.filing.filing;

import static court.filing.filing.RunningFiling.done;
import static court.filing.filing.RunningFiling.path;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LawyerIT {

    private static final String RUNNING_INTEREST = """
            {"kind":"MONEY","description":"支付货款","principal":"100000.00",
             "interest":{"base":"100000.00","yearlyPercent":"3.65","from":"2020-01-01"}}""";

    private final RunningFiling filing = RunningFiling.shared();
    private final String lawyer = filing.person(Forms.LAWYER_NUMBER);
    private final String client = filing.applicant();
    private final String judge = filing.judge("filing-judge");

    private Answer filed(Forms form) {
        return filing.submitted(lawyer, form, "授权委托书");
    }

    private Answer returned(Forms form) {
        return done(filing.step(judge, filed(form), "/correction", """
                {"missing":[{"item":"生效证明","reason":"未提交"}],"days":7}"""));
    }

    /** Fills the returned filing in as it stands now and hands it in. */
    private Answer answered(String token, Answer returned, Forms form) {
        String etag = done(filing.http.get(token, path(returned))).etag();
        Answer filled = done(filing.http.put(token, path(returned), etag, form.json()));
        return filing.step(token, filled, "/submission", "");
    }

    @Test
    @DisplayName("RF7: a lawyer files for a client with a letter of authority, and not without")
    void aLawyerFilesWithALetterOfAuthority() {
        Answer draft = filing.attach(lawyer, filing.open(lawyer, Forms.whole().withLawyer("[]")), "执行依据");
        assertThat(filing.step(lawyer, draft, "/submission", "")
                        .body()
                        .path("errors")
                        .findValuesAsString("code"))
                .containsExactly("form.material_needed");

        Answer filed = filing.step(lawyer, filing.attach(lawyer, draft, "授权委托书"), "/submission", "");

        assertThat(filed.status()).as(filed.response().body()).isEqualTo(200);
    }

    @Test
    @DisplayName("RF7: a lawyer takes a filing back only with special authority to waive; the client always can")
    void aLawyerWithdrawsWithSpecialAuthority() {
        String reason = "{\"reason\":\"双方已和解\"}";
        Answer general = filed(Forms.whole().withLawyer("[]"));
        Answer special = filed(Forms.whole().withLawyer("[\"WAIVE\"]"));

        assertThat(filing.step(lawyer, general, "/withdrawal", reason).text("code"))
                .isEqualTo("filing.withdrawal_needs_authority");
        assertThat(filing.step(lawyer, special, "/withdrawal", reason).text("state"))
                .isEqualTo("WITHDRAWN");
        assertThat(filing.step(client, general, "/withdrawal", reason).text("state"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void theClientSeesItTooAndAStrangerDoesNot() {
        Answer it = filed(Forms.whole().withLawyer("[]"));
        String stranger = filing.person("310117199003070044");

        assertThat(filing.http.get(client, path(it)).status()).isEqualTo(200);
        assertThat(filing.http
                        .get(client, RunningFiling.FILINGS + "?limit=100")
                        .response()
                        .body())
                .contains(it.text("id"));
        assertThat(filing.http
                        .get(lawyer, RunningFiling.FILINGS + "?limit=100")
                        .response()
                        .body())
                .contains(it.text("id"));
        assertThat(filing.http.get(stranger, path(it)).status()).isEqualTo(404);
        assertThat(filing.http.get(stranger, RunningFiling.FILINGS).body().path("items"))
                .isEmpty();
    }

    @Test
    void whoIsNotNamedDoesNotFileForAnother() {
        Answer draft = filing.attach(lawyer, filing.open(lawyer, Forms.whole()), "执行依据");

        assertThat(filing.step(lawyer, draft, "/submission", "").text("code")).isEqualTo("filing.not_applicant");
    }

    @Test
    @DisplayName("RF7: general authority does not change the claim, nor by naming more of it in the same breath")
    void generalAuthorityDoesNotChangeTheClaim() {
        Forms form = Forms.whole().withLawyer("[]");
        Answer back = returned(form);

        Answer changed = answered(lawyer, back, form.text("/claim/amount", "90000.00"));
        assertThat(changed.text("code")).isEqualTo("filing.special_authority_needed");
        Answer raised = answered(
                lawyer, back, Forms.whole().withLawyer("[\"CHANGE_CLAIM\"]").text("/claim/amount", "90000.00"));
        assertThat(raised.text("code")).isEqualTo("filing.special_authority_needed");

        Answer byClient = answered(client, back, form.text("/claim/amount", "90000.00"));
        assertThat(byClient.status()).as(byClient.response().body()).isEqualTo(200);
        assertThat(byClient.text("claimAmount")).isEqualTo("90000.00");
    }

    @Test
    @DisplayName("RF7: special authority to change the claim changes it")
    void specialAuthorityChangesTheClaim() {
        Forms form = Forms.whole().withLawyer("[\"CHANGE_CLAIM\"]");

        assertThat(answered(lawyer, returned(form), form.text("/claim/amount", "90000.00"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("RF7: general authority hands in again what is unchanged, be its interest running")
    void generalAuthorityAnswersACorrection() {
        Forms form = Forms.whole().withLawyer("[]").json("/claim", RUNNING_INTEREST);
        Answer[] back = new Answer[1];
        filing.on("-P2D", () -> back[0] = returned(form));

        Answer answered = answered(lawyer, back[0], form.text("/applicants/0/phone", "13700000000"));

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.text("claimAmount")).isNotEqualTo(back[0].text("claimAmount"));
    }

    @Test
    @DisplayName("RF7: the account of a lawyer without the power to collect is not taken")
    void anAccountOfALawyerNeedsThePowerToCollect() {
        Forms form = Forms.whole().text("/applicants/0/account/holder", "演示律师事务所");

        assertThat(codes(filing.open(lawyer, form.withLawyer("[\"SETTLE\"]")))).contains("form.account_of_another");
        assertThat(codes(filing.open(lawyer, form.withLawyer("[\"COLLECT\"]"))))
                .doesNotContain("form.account_of_another");
    }

    private static java.util.List<String> codes(Answer draft) {
        return draft.body().path("missing").findValuesAsString("code");
    }

    @Test
    void whoComesInWithACorrectionSeesItInTheirListAndWhoLeavesDoesNot() {
        Answer back = returned(Forms.whole().withLawyer("[]"));
        Forms other = Forms.whole().withLawyer("[]").text("/agents/0/idNumber", "310117199003070036");
        String newcomer = filing.person("310117199003070036");

        done(answered(client, back, other));

        assertThat(filing.http
                        .get(newcomer, RunningFiling.FILINGS + "?limit=100")
                        .response()
                        .body())
                .contains(back.text("id"));
        assertThat(filing.http.get(lawyer, path(back)).status()).isEqualTo(404);
        assertThat(filing.http
                        .get(lawyer, RunningFiling.FILINGS + "?limit=100")
                        .response()
                        .body())
                .doesNotContain(back.text("id"));
    }
}
