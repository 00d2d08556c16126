package court.filing.filing;

import static court.filing.filing.RunningFiling.done;
import static court.filing.filing.RunningFiling.path;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the review desk sees of people, and what is kept of its having seen it. */
class ReviewRecordIT {

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();
    private final String judge = filing.judge("filing-judge");

    private List<String> facts(Answer about, String type) {
        return filing.rows("select body from outbox where type = '" + type + "' and case_id = '" + about.text("id")
                + "' order by sequence");
    }

    @Test
    @DisplayName("F6, RE7: contact data need a reason; each reason is on record once an hour, before anything is shown")
    void contactsNeedAReasonThatIsOnRecord() {
        Answer it = filing.submitted(applicant, Forms.whole().withLawyer("[]"), "授权委托书");

        assertThat(filing.step(judge, it, "/contacts", "{}").text("code")).isEqualTo("filing.reason_missing");
        assertThat(facts(it, "ProtectedDataViewed")).isEmpty();
        Answer seen = done(filing.step(judge, it, "/contacts", "{\"reason\":\"电话核实送达地址\"}"));
        done(filing.step(judge, it, "/contacts", "{\"reason\":\"电话核实送达地址\"}"));
        assertThat(facts(it, "ProtectedDataViewed")).hasSize(1);
        done(filing.step(judge, it, "/contacts", "{\"reason\":\"通知补充材料\"}"));

        assertThat(facts(it, "ProtectedDataViewed")).hasSize(2);
        assertThat(seen.body().path("contacts").findValuesAsString("role"))
                .containsExactly("APPLICANT", "RESPONDENT", "AGENT");
        assertThat(seen.body().path("contacts").findValuesAsString("phone")).contains("13800000000", "13900000000");
        assertThat(filing.tablesWith("电话核实送达地址")).isEmpty();
        assertThat(filing.step(applicant, it, "/contacts", "{\"reason\":\"x\"}").text("code"))
                .isEqualTo("access.role_missing");
        assertThat(filing.step(
                                filing.tokens.staff("other", "沪0115", "FILING_JUDGE"),
                                it,
                                "/contacts",
                                "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("RE7: the court sees numbers, contact data and accounts masked; the applicants see them whole")
    void theCourtSeesMasks() {
        Answer it = filing.submitted(applicant, Forms.whole().withLawyer("[]"), "授权委托书");

        String masked = done(filing.http.get(judge, path(it))).response().body();
        String whole = done(filing.http.get(applicant, path(it))).response().body();

        assertThat(masked)
                .contains("演示申请人", "110101********0134", "138****0000", "***************0000")
                .doesNotContain(
                        Forms.ID_NUMBER,
                        Forms.LAWYER_NUMBER,
                        "13800000000",
                        "13900000000",
                        "demo@example.test",
                        "演示路1号");
        assertThat(whole).contains(Forms.ID_NUMBER, "13800000000", "demo@example.test", "6222020000000000000");
        assertThat(facts(it, "ProtectedDataViewed")).hasSize(1);
    }

    @Test
    @DisplayName("RE7: a document that the court opens is on record, one that the applicant opens is not")
    void aDocumentThatTheCourtOpensIsOnRecord() {
        Answer it = filing.submitted(applicant, Forms.whole());
        String document = path(it) + "/materials/"
                + done(filing.http.get(applicant, path(it)))
                        .body()
                        .at("/materials/0/id")
                        .asString() + "/content";

        done(filing.http.get(applicant, document));
        assertThat(facts(it, "ProtectedDataViewed")).isEmpty();
        done(filing.http.get(judge, document));

        assertThat(facts(it, "ProtectedDataViewed")).singleElement().asString().contains("\"object\":\"material\"");
    }

    @Test
    void aClerkSeesTheirOwnUnfinishedEntryAsTheyTypedItAndMaskedAfterwards() {
        String clerk = filing.tokens.staff("clerk-1", "沪0117", "CLERK");
        Answer draft = filing.http.post(
                clerk,
                RunningFiling.FILINGS + "?channel=COUNTER",
                "",
                Forms.whole().json());

        assertThat(done(filing.http.get(clerk, path(draft)))
                        .body()
                        .at("/form/applicants/0/idNumber")
                        .asString())
                .isEqualTo(Forms.ID_NUMBER);
        assertThat(facts(draft, "ProtectedDataViewed")).isEmpty();
        Answer attached = filing.attach(clerk, filing.attach(clerk, draft, "执行依据"), "执行申请书");
        Answer entered = done(filing.step(clerk, attached, "/submission", ""));

        assertThat(done(filing.http.get(clerk, path(entered))).response().body())
                .doesNotContain(Forms.ID_NUMBER);
        assertThat(facts(entered, "FilingSubmitted").getFirst()).contains("\"enteredBy\":\"clerk-1\"", "COUNTER");
        assertThat(filing.http
                        .get(filing.tokens.staff("clerk-2", "沪0117", "CLERK"), path(entered))
                        .response()
                        .body())
                .contains("\"id\"")
                .doesNotContain(Forms.ID_NUMBER);
        assertThat(filing.http
                        .get(filing.tokens.staff("clerk-3", "沪0115", "CLERK"), path(entered))
                        .status())
                .isEqualTo(404);
        assertThat(filing.http.get(applicant, path(entered)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("RE7: the court's look at a material is on record; a clerk's at what they are entering is none")
    void aLookAtAMaterialIsOnRecordOnceItIsTheCourts() {
        String clerk = filing.tokens.staff("clerk-4", "沪0117", "CLERK");
        Answer draft = filing.attach(
                clerk,
                filing.attach(
                        clerk,
                        filing.http.post(
                                clerk,
                                RunningFiling.FILINGS + "?channel=COUNTER",
                                "",
                                Forms.whole().json()),
                        "执行依据"),
                "执行申请书");
        String content = path(draft) + "/materials/"
                + filing.http
                        .get(clerk, path(draft))
                        .body()
                        .at("/materials/0/id")
                        .asString() + "/content";

        done(filing.http.get(clerk, content));
        assertThat(facts(draft, "ProtectedDataViewed")).isEmpty();
        done(filing.step(clerk, draft, "/submission", ""));
        done(filing.http.get(applicant, content));
        assertThat(facts(draft, "ProtectedDataViewed")).isEmpty();
        done(filing.http.get(judge, content));
        assertThat(facts(draft, "ProtectedDataViewed"))
                .singleElement()
                .asString()
                .contains("\"object\":\"material\"", "filing-judge");
        done(filing.http.get(clerk, content));

        assertThat(facts(draft, "ProtectedDataViewed"))
                .hasSize(2)
                .last()
                .asString()
                .contains("clerk-4");
    }

    @Test
    void aClerkEntersForTheirOwnCourtOnly() {
        String clerk = filing.tokens.staff("clerk-3", "沪0115", "CLERK");
        Answer draft = filing.http.post(
                clerk,
                RunningFiling.FILINGS + "?channel=COUNTER",
                "",
                Forms.whole().json());
        Answer attached = filing.attach(clerk, filing.attach(clerk, draft, "执行依据"), "执行申请书");

        assertThat(filing.step(clerk, attached, "/submission", "").text("code")).isEqualTo("filing.not_your_court");
        assertThat(filing.http
                        .post(applicant, RunningFiling.FILINGS + "?channel=MAIL", "", "{}")
                        .text("code"))
                .isEqualTo("filing.channel_not_yours");
        assertThat(filing.http.post(clerk, RunningFiling.FILINGS, "", "{}").text("code"))
                .isEqualTo("filing.channel_needed");
    }

    @Test
    void aPhoneCallGoesOnRecordForTheCourtAlone() {
        Answer it = filing.submitted(applicant, Forms.whole().withLawyer("[]"), "授权委托书");
        String lawyer = done(filing.step(judge, it, "/contacts", "{\"reason\":\"电话联系\"}"))
                .body()
                .at("/contacts/2/id")
                .asString();

        for (String unsaid :
                List.of("{\"with\":\"nobody\",\"text\":\"x\"}", "{\"with\":\"" + lawyer + "\",\"text\":\" \"}")) {
            assertThat(filing.step(judge, it, "/calls", unsaid).text("code")).isEqualTo("filing.note_incomplete");
        }
        Answer noted =
                done(filing.step(judge, it, "/calls", "{\"with\":\"" + lawyer + "\",\"text\":\"独有的通话：律师称明日补交送达证明\"}"));

        assertThat(facts(noted, "CallNoted").getFirst()).contains("\"audience\":[]", lawyer);
        assertThat(filing.tablesWith("独有的通话")).isEmpty();
        assertThat(filing.step(applicant, noted, "/calls", "{\"with\":\"x\",\"text\":\"x\"}")
                        .text("code"))
                .isEqualTo("access.role_missing");
        assertThat(filing.step(judge, noted, "/acceptance", "").status()).isEqualTo(200);
    }

    @Test
    void duplicatesAndRelatedFilingsAreShown() {
        Forms one = Forms.whole().text("/basis/number", "（2025）沪0117民初9001号");
        Answer first = filing.submitted(applicant, one);
        Answer twin = filing.submitted(applicant, one.text("/basis/number", "(2025) 沪0117民初９００１号"));
        Answer other = filing.submitted(applicant, one.text("/basis/number", "（2025）沪0117民初9002号"));
        Answer elsewhere = filing.submitted(applicant, one.text("/courtCode", "沪0115"));
        Answer unsent = filing.attach(applicant, filing.open(applicant, one), "执行依据");

        var related = done(filing.http.get(judge, path(first) + "/related")).body();

        assertThat(related.get(0).path("id").asString()).isEqualTo(twin.text("id"));
        assertThat(related.get(0).path("sameBasis").asBoolean()).isTrue();
        assertThat(related.findValuesAsString("id"))
                .contains(other.text("id"))
                .doesNotContain(first.text("id"), elsewhere.text("id"), unsent.text("id"));
        assertThat(filing.http.get(applicant, path(first) + "/related").text("code"))
                .isEqualTo("access.role_missing");
    }
}
