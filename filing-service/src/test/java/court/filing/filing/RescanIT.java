package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.filing.Http.Answer;
import court.platform.support.FakeClamd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files taken while the scanner is away, and what becomes of them when it is back. */
class RescanIT {

    private static final long AWAY = 10_000;
    private static final FakeClamd CLAMD = new FakeClamd();
    private static final FilingOffice OFFICE = new FilingOffice(Map.of(
            "court.scan.clamd",
            CLAMD.address(),
            "court.scan.within",
            "500ms",
            "court.scan.again-every",
            "200ms",
            "court.scan.again-after",
            "100ms"));
    private final Http http = OFFICE.http;
    private String path = "";

    @BeforeEach
    void theScannerIsAway() {
        CLAMD.silentFor = AWAY;
    }

    /** A draft with one file nobody looked into. */
    private Answer unscanned(String more) {
        Answer draft = OFFICE.draft(OFFICE.applicant, "", FilingOffice.form());
        path = "/api/v1/filings/" + draft.text("id");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(FilingOffice.PNG);
        bytes.writeBytes(more.getBytes(StandardCharsets.ISO_8859_1));
        Answer attached = http.upload(
                OFFICE.applicant, path + "/materials", draft.etag(), "执行依据", "判决书.png", bytes.toByteArray());
        assertThat(attached.status()).as(attached.response().body()).isEqualTo(201);
        assertThat(material().at("/scan/state").asString()).isEqualTo("NOT_SCANNED");
        return attached;
    }

    private String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private JsonNode material() {
        return http.get(OFFICE.applicant, path).body().at("/materials/0");
    }

    private void theScannerIsBackAndFinds(String state) {
        CLAMD.silentFor = 0;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(material().at("/scan/state").asString()).isEqualTo(state));
    }

    private Answer content(String token) {
        return http.get(token, path + "/materials/" + material().path("id").asString() + "/content");
    }

    @Test
    @DisplayName("F1: what is found later is quarantined, told to court and filer, and counts as missing again")
    void anInfectedFileIsQuarantined() throws SQLException {
        Answer submitted = OFFICE.submit(OFFICE.applicant, unscanned(FakeClamd.eicar()));
        Answer returned = OFFICE.giveBack(submitted, 7);
        String sha256 = material().path("sha256").asString();

        theScannerIsBackAndFinds("INFECTED");

        assertThat(material().at("/scan/found").asString()).isEqualTo(FakeClamd.SIGNATURE);
        assertThat(content(OFFICE.applicant).text("code")).isEqualTo("filing.material_infected");
        assertThat(content(OFFICE.judge).text("code")).isEqualTo("filing.material_infected");
        assertThat(http.get(OFFICE.judge, path)
                        .body()
                        .at("/materials/0/scan/state")
                        .asString())
                .isEqualTo("INFECTED");
        JsonNode told = OFFICE.told(id(), "MaterialScanned");
        assertThat(told.path("state").asString()).isEqualTo("INFECTED");
        assertThat(OFFICE.rows("notification where case_id = '" + id()
                        + "' and template in ('MATERIAL_INFECTED', 'MATERIAL_QUARANTINED')"))
                .isEqualTo(2);
        assertThat(OFFICE.stored(id(), sha256)).as("evidence stays").isTrue();
        Answer seen = http.get(OFFICE.applicant, path);
        assertThat(seen.etag()).isNotEqualTo(returned.etag());
        assertThat(seen.body().at("/summary/missing").findValuesAsString("code"))
                .contains("filing.material_infected", "form.material_needed");
        assertThat(http.post(OFFICE.applicant, path + "/submission", seen.etag(), "")
                        .text("code"))
                .isEqualTo("filing.not_complete");
    }

    @Test
    @DisplayName("F1: replaced by a clean file, what was infected is handed in again")
    void aCleanFileTakesItsPlace() {
        unscanned(FakeClamd.eicar());
        theScannerIsBackAndFinds("INFECTED");
        String infected = material().path("id").asString();
        Answer seen = http.get(OFFICE.applicant, path);

        Answer detached = http.delete(OFFICE.applicant, path + "/materials/" + infected, seen.etag());
        Answer submitted = OFFICE.submit(OFFICE.applicant, detached, "执行依据");

        assertThat(submitted.text("state")).isEqualTo("SUBMITTED");
    }

    @Test
    @DisplayName("F1: a draft tells nobody, not even of what was found in it")
    void aDraftTellsNobody() throws SQLException {
        unscanned(FakeClamd.eicar());

        theScannerIsBackAndFinds("INFECTED");

        assertThat(OFFICE.rows("outbox where case_id = '" + id() + "'")).isZero();
    }

    @Test
    @DisplayName("F1: a clean file is put on record once, for the court, and nobody's version grows old by it")
    void aCleanFileIsPutOnRecordOnce() throws SQLException {
        Answer submitted = OFFICE.submit(OFFICE.applicant, unscanned(""));

        theScannerIsBackAndFinds("CLEAN");

        assertThat(http.get(OFFICE.applicant, path).etag()).isEqualTo(submitted.etag());
        assertThat(material().at("/scan/engine").asString()).isEqualTo(FakeClamd.ENGINE);
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                OFFICE.rows("outbox where type = 'MaterialScanned' and case_id = '" + id() + "'"))
                        .isEqualTo(1));
        assertThat(OFFICE.rows("to_scan where filing_id = '" + id() + "'")).isZero();
        assertThat(content(OFFICE.judge).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F1: files of before they were noted are found and looked into")
    void filesOfBeforeAreFound() throws SQLException {
        unscanned("");
        OFFICE.sql("delete from to_scan where filing_id = '" + id() + "'");
        OFFICE.sql("update filing set scans_noted = false where id = '" + id() + "'");

        theScannerIsBackAndFinds("CLEAN");
    }
}
