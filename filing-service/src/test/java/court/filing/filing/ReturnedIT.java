package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.filing.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lies with the applicant for correction, as the court sees it. */
class ReturnedIT {

    private static final String REFUSAL = "{\"reasonCode\":\"NOT_CORRECTED\",\"text\":\"逾期未补正。\"}";
    private final FilingOffice office = FilingOffice.shared();
    private final Http http = office.http;
    private final Answer submitted =
            office.submit(office.applicant, office.draft(office.applicant, "", FilingOffice.form()), "执行依据");
    private final String path = "/api/v1/filings/" + submitted.text("id");
    private final String first =
            material(office.applicant).at("/materials/0/id").asString();

    @AfterEach
    void rightClock() {
        office.clock("PT0S");
    }

    private JsonNode material(String token) {
        return http.get(token, path).body();
    }

    private Answer mended() {
        Answer returned = office.giveBack(submitted, 7);
        Answer filled = http.put(
                office.applicant, path, returned.etag(), FilingOffice.form().replace("支付购房款", "支付购房款及违约金"));
        assertThat(filled.status()).as(filled.response().body()).isEqualTo(200);
        Answer detached = http.delete(office.applicant, path + "/materials/" + first, filled.etag());
        assertThat(detached.status()).isEqualTo(200);
        return office.attach(office.applicant, detached, "执行依据", "生效证明");
    }

    private void courtSeesWhatItReturned() {
        JsonNode seen = material(office.judge);
        assertThat(seen.at("/form/claim/description").asString()).isEqualTo("支付购房款");
        assertThat(seen.path("materials").findValuesAsString("id")).containsExactly(first);
        assertThat(seen.at("/summary/materials").asInt()).isEqualTo(1);
        assertThat(http.get(office.judge, path + "/materials/" + first + "/content")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("RF2: the court goes on seeing the version it returned until the applicant hands in the next")
    void rf2TheCourtSeesNoUnfinishedCorrection() {
        Answer mended = mended();
        String added = material(office.applicant).at("/materials/1/id").asString();

        courtSeesWhatItReturned();
        assertThat(http.get(office.judge, path + "/materials/" + added + "/content")
                        .status())
                .isEqualTo(404);
        assertThat(http.get(office.judge, "/api/v1/filings?state=RETURNED&limit=100")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("id").asString().equals(submitted.text("id"))))
                .singleElement()
                .satisfies(it -> assertThat(it.path("materials").asInt()).isEqualTo(1));
        assertThat(material(office.applicant).path("materials")).hasSize(2);

        http.post(office.applicant, path + "/submission", mended.etag(), "");
        assertThat(material(office.judge).at("/form/claim/description").asString())
                .isEqualTo("支付购房款及违约金");
        assertThat(material(office.judge).path("materials")).hasSize(2);
    }

    @Test
    @DisplayName("RF2: what is refused because nobody answered in time is what was returned, not what was being typed")
    void rf2WhatLapsedIsWhatWasReturned() {
        Answer mended = mended();
        office.clock("P60D");

        Answer refused = http.post(office.judge, path + "/refusal", mended.etag(), REFUSAL);

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(200);
        courtSeesWhatItReturned();
    }
}
