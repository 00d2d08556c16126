package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import court.platform.vault.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FilingIT {

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();
    private final String judge = filing.judge("filing-judge");

    @Test
    void aFilingIsReturnedOnceAndThenAccepted() {
        Answer submitted = submitted();
        String path = "/api/v1/filings/" + submitted.text("id");

        Answer returned = filing.http.post(judge, path + "/correction", submitted.etag(), correction(""));
        assertThat(returned.text("state")).isEqualTo("RETURNED");
        assertThat(filing.http.get(applicant, path).body().at("/missing/0/item").asString())
                .isEqualTo("生效证明");
        Answer again = filing.http.post(applicant, path + "/submission", returned.etag(), "");
        assertThat(again.body().path("corrected").asBoolean()).isTrue();
        Answer accepted = filing.http.post(judge, path + "/acceptance", again.etag(), "");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("caseNumber")).matches("（20\\d\\d）沪0117执[1-9]\\d*号");
        assertThat(accepted.text("judgeName")).startsWith("执行法官");
    }

    @Test
    void caseNumbersHaveNoGapsWhenManyAreAcceptedAtOnceAndSomeAreRefused() {
        List<Answer> filings = IntStream.range(0, 6).mapToObj(i -> submitted()).toList();

        List<Integer> statuses = new ArrayList<>(filings.parallelStream()
                .flatMap(it -> List.of(it.etag(), "\"99\"").parallelStream()
                        .map(etag -> filing.http
                                .post(judge, "/api/v1/filings/" + it.text("id") + "/acceptance", etag, "")
                                .status()))
                .toList());

        assertThat(statuses).containsOnly(200, 412).filteredOn(it -> it == 200).hasSize(6);
        List<Long> serials = serials();
        assertThat(serials)
                .isEqualTo(LongStream.rangeClosed(1, serials.size()).boxed().toList());
    }

    @Test
    @DisplayName("RF4: what fails after its number was taken leaves no gap: the next acceptance gets that number")
    void anAcceptanceThatFailsAfterItsNumberGivesItBack() {
        Answer failing = submitted();
        Answer next = submitted();
        String failingId = failing.text("id");
        filing.execute("""
                create function fail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
                create trigger fail before insert on notification for each row
                    when (new.template = 'CASE_ASSIGNED' and new.case_id = '%s') execute function fail()""".formatted(failingId));

        Answer failed = filing.step(judge, failing, "/acceptance", "");
        Answer accepted = filing.step(judge, next, "/acceptance", "");

        assertThat(failed.status()).isBetween(500, 599);
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(filing.rows("select type from outbox where case_id = '" + failingId + "'"))
                .containsExactly("FilingSubmitted");
        assertThat(serials())
                .isEqualTo(LongStream.rangeClosed(1, serials().size()).boxed().toList());
        filing.execute("drop trigger fail on notification; drop function fail()");
        assertThat(filing.step(judge, failing, "/acceptance", "").status()).isEqualTo(200);
    }

    private List<Long> serials() {
        return filing
                .rows("select body::jsonb -> 'data' ->> 'caseNumber' from outbox where type = 'CaseAccepted'")
                .stream()
                .map(number -> Long.valueOf(number.replaceAll(".*执(\\d+)号", "$1")))
                .sorted()
                .toList();
    }

    @Test
    void ofManyAcceptancesAtOnceOneWins() {
        Answer submitted = submitted();

        List<Integer> statuses = IntStream.range(0, 5)
                .parallel()
                .mapToObj(i -> filing.http
                        .post(judge, "/api/v1/filings/" + submitted.text("id") + "/acceptance", submitted.etag(), "")
                        .status())
                .toList();

        assertThat(statuses).filteredOn(it -> it == 200).hasSize(1);
        assertThat(statuses).filteredOn(it -> it == 412).hasSize(4);
    }

    @Test
    void theSameSubmissionTwiceIsOneSubmission() {
        Answer draft = draftWithMaterial();
        String path = "/api/v1/filings/" + draft.text("id") + "/submission";

        Answer first = filing.http.post(applicant, path, draft.etag(), "same-key", "");
        Answer second = filing.http.post(applicant, path, draft.etag(), "same-key", "");

        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.response().headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(rows("outbox where type = 'FilingSubmitted' and case_id = '" + draft.text("id") + "'"))
                .hasSize(1);
    }

    @Test
    void aViewByTheCourtIsOnRecordOncePerHour() {
        Answer submitted = submitted();
        String id = submitted.text("id");

        filing.http.get(judge, "/api/v1/filings/" + id);
        filing.http.get(judge, "/api/v1/filings/" + id);
        filing.http.get(applicant, "/api/v1/filings/" + id);

        assertThat(rows("outbox where kind = 'ACCESS' and case_id = '" + id + "'"))
                .hasSize(1);
    }

    @Test
    void nobodyElseSeesAFiling() {
        Answer draft = draftWithMaterial();
        Answer submitted = submitted();
        String stranger = filing.tokens.party("f".repeat(64));
        String otherCourt = filing.tokens.staff("other-judge", "沪0115", "FILING_JUDGE");
        String unknown = filing.http
                .get(applicant, "/api/v1/filings/" + UUID.randomUUID())
                .response()
                .body();

        for (Answer answer : List.of(
                filing.http.get(stranger, "/api/v1/filings/" + submitted.text("id")),
                filing.http.get(otherCourt, "/api/v1/filings/" + submitted.text("id")),
                filing.http.get(judge, "/api/v1/filings/" + draft.text("id")),
                filing.http.post(
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
        Answer submitted = submitted();
        String otherCourt = filing.tokens.staff("other-judge", "沪0115", "FILING_JUDGE");

        assertThat(filing.http
                        .get(judge, "/api/v1/filings?limit=100")
                        .response()
                        .body())
                .contains(submitted.text("id"));
        assertThat(filing.http
                        .get(otherCourt, "/api/v1/filings?limit=100")
                        .response()
                        .body())
                .doesNotContain(submitted.text("id"));
    }

    @Test
    void anOrganisationFilesThroughItsLegalRepresentative() {
        String form = organisation();

        Answer draft = filing.http.post(applicant, "/api/v1/filings", "", form);
        Answer attached = upload(applicant, draft, "判决书.png", RunningFiling.PNG);

        assertThat(filing.http
                        .post(applicant, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoActsForAnOrganisationFilesForItAndSeesItOnlyAsLongAsTheyDo() {
        String organisation = filing.bean(PersonKey.class).of("CREDIT_CODE", "91310117MA1JABCD0U");
        String handler = filing.tokens.acting("e".repeat(64), organisation);
        String revoked = filing.tokens.party("e".repeat(64));
        String form = organisation();
        Answer draft = filing.http.post(handler, "/api/v1/filings", "", form);
        String path = "/api/v1/filings/" + draft.text("id");
        Answer attached = upload(handler, draft, "判决书.png", RunningFiling.PNG);

        assertThat(filing.http
                        .post(revoked, path + "/submission", attached.etag(), "")
                        .status())
                .isEqualTo(422);
        assertThat(filing.http
                        .post(handler, path + "/submission", attached.etag(), "")
                        .status())
                .isEqualTo(200);

        assertThat(filing.http.get(handler, path).status()).isEqualTo(200);
        assertThat(filing.http.get(applicant, path).status()).isEqualTo(200);
        assertThat(filing.http.get(revoked, path).status()).isEqualTo(404);
        assertThat(filing.http.get(handler, "/api/v1/filings").response().body())
                .contains(draft.text("id"));
        assertThat(filing.http.get(revoked, "/api/v1/filings").response().body())
                .doesNotContain(draft.text("id"));
    }

    @Test
    void anIdNumberIsNowhereInTheClear() {
        Answer submitted = submitted();
        filing.http.get(judge, "/api/v1/filings/" + submitted.text("id"));

        assertThat(filing.tablesWith(Forms.ID_NUMBER)).isEmpty();
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

    private List<String> rows(String table) {
        return filing.rows("select 1 from " + table);
    }

    private static String correction(String reason) {
        return """
                {"missing":[{"item":"生效证明","reason":"未提交"}],"days":7%s}""".formatted(reason);
    }

    private static String organisation() {
        return Forms.whole().json("/applicants", """
                [{"kind":"ORGANISATION","name":"演示公司","idType":"CREDIT_CODE","idNumber":"91310117MA1JABCD0U",
                 "phone":"021-10000000","account":{"holder":"演示公司","bank":"演示银行","number":"31000000000001"},
                 "representative":{"name":"演示代表","idType":"ID_CARD","idNumber":"%s"}}]""".formatted(Forms.ID_NUMBER)).json();
    }
}
