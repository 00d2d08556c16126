package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.filing.Http.Answer;
import court.platform.vault.DataKeys;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Giving a filing up, at each point. */
class RetreatIT {

    private static final String WHY = "{\"reason\":\"双方已达成和解并履行\"}";
    private final FilingOffice office = FilingOffice.shared();
    private final Http http = office.http;
    private final Answer draft = office.draft(office.applicant, "", FilingOffice.form());
    private final String id = draft.text("id");
    private final String path = "/api/v1/filings/" + id;

    private Answer submitted() {
        return office.submit(office.applicant, draft, "执行依据");
    }

    private Answer withdraw(String token, Answer seen, String body) {
        return http.post(token, path + "/withdrawal", seen.etag(), body);
    }

    @Test
    @DisplayName(
            "F1: a discarded draft is gone from sight, its keys and bytes are destroyed, and it is on record who did it")
    void aDiscardedDraftIsGone() throws SQLException {
        Answer attached = office.attach(office.applicant, draft, "执行依据");
        String file = http.get(office.applicant, path)
                .body()
                .at("/materials/0/sha256")
                .asString();
        DataKeys keys = office.bean(DataKeys.class);
        assertThat(keys.isDestroyed(UUID.fromString(id), file)).isFalse();
        assertThat(office.stored(id, file)).isTrue();

        Answer gone = http.delete(office.applicant, path, attached.etag());

        assertThat(gone.status()).as(gone.response().body()).isEqualTo(200);
        assertThat(http.get(office.applicant, path).status()).isEqualTo(404);
        assertThat(http.get(office.applicant, "/api/v1/filings?limit=100")
                        .response()
                        .body())
                .doesNotContain(id);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                office.rows("discarded_draft where cleared and files = '{}' and id = '" + id + "'"))
                        .isEqualTo(1));
        assertThat(keys.isDestroyed(UUID.fromString(id), file)).isTrue();
        assertThat(keys.isDestroyed(UUID.fromString(id), id)).isTrue();
        assertThat(office.stored(id, file)).isFalse();
        assertThat(office.rows("outbox where case_id = '" + id + "'")).isZero();
    }

    @Test
    @DisplayName("F1: discarding twice answers the same, and nobody else can")
    void discardingTwiceIsDoingItOnce() {
        String stranger = office.tokens.party("f".repeat(64));
        assertThat(http.delete(stranger, path, draft.etag()).status()).isEqualTo(404);
        assertThat(http.delete(office.applicant, path, "\"7\"").status()).isEqualTo(412);
        Answer first = http.delete(office.applicant, path, draft.etag());

        Answer again = http.delete(office.applicant, path, draft.etag());

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(http.delete(stranger, path, draft.etag()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("F1: what reached the court is not discarded")
    void whatWasHandedInIsNotDiscarded() {
        Answer submitted = submitted();

        Answer refused = http.delete(office.applicant, path, submitted.etag());

        assertThat(refused.status() + refused.text("code")).isEqualTo("409filing.not_now");
        assertThat(http.get(office.judge, path).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F4: a submitted filing is withdrawn: told to the court, its clock stopped, final")
    void aSubmittedFilingIsWithdrawn() throws SQLException {
        Answer submitted = submitted();

        Answer withdrawn = withdraw(office.applicant, submitted, WHY);

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.text("stateText")).isEqualTo("已撤回");
        JsonNode told = office.told(id, "FilingWithdrawn");
        assertThat(told.path("courtCode").asString()).isEqualTo("沪0117");
        assertThat(told.toString()).doesNotContain("和解");
        assertThat(http.get(office.judge, path).body().at("/withdrawal/reason").asString())
                .isEqualTo("双方已达成和解并履行");
        assertThat(office.rows("deadline where filing_id = '" + id + "' and state = 'CANCELLED'"))
                .isEqualTo(1);
        assertThat(http.post(office.judge, path + "/acceptance", withdrawn.etag(), "")
                        .text("code"))
                .isEqualTo("filing.not_now");
        assertThat(withdraw(office.applicant, withdrawn, WHY).text("code")).isEqualTo("filing.not_now");
        assertThat(office.rows("notification where template = 'FILING_TAKEN_BACK' and case_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("F4: the same withdrawal sent twice is answered twice and told once")
    void theSameWithdrawalIsToldOnce() throws SQLException {
        Answer submitted = submitted();
        String key = UUID.randomUUID().toString();

        Answer first = http.post(office.applicant, path + "/withdrawal", submitted.etag(), key, WHY);
        Answer again = http.post(office.applicant, path + "/withdrawal", submitted.etag(), key, WHY);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(office.rows("outbox where type = 'FilingWithdrawn' and case_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("F5: what was returned is withdrawn too, with the reason, and not once it is a case")
    void whatWasReturnedIsWithdrawnAndACaseIsNot() {
        Answer returned = office.giveBack(submitted(), 7);
        assertThat(withdraw(office.applicant, returned, "{}").text("code")).isEqualTo("filing.reason_missing");
        assertThat(withdraw(office.judge, returned, WHY).status()).isEqualTo(403);
        assertThat(withdraw(office.applicant, returned, WHY).text("state")).isEqualTo("WITHDRAWN");

        Answer another =
                office.submit(office.applicant, office.draft(office.applicant, "", FilingOffice.form()), "执行依据");
        String other = "/api/v1/filings/" + another.text("id");
        Answer accepted = http.post(office.judge, other + "/acceptance", another.etag(), "");
        assertThat(http.post(office.applicant, other + "/withdrawal", accepted.etag(), WHY)
                        .text("code"))
                .isEqualTo("filing.not_now");
    }
}
