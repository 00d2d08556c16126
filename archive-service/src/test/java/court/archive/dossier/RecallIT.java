package court.archive.dossier;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static org.assertj.core.api.Assertions.assertThat;

import court.archive.RunningArchive.Told;
import court.platform.contract.CourtEvent;
import court.platform.contract.InteractionEvent.MessageCorrected;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.contract.InteractionEvent.MessageRecalled;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was said and taken back stays in the dossier, and its contents are for the court alone. */
class RecallIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final UUID caseId = ARCHIVE.openCase();
    private final String messageId = UUID.randomUUID().toString();
    private long sequence;

    @Test
    void theEntryIsReadByTheCourtAloneAndStaysAsItWas() {
        Told said = tell(said(messageId));
        ARCHIVE.entered(3, caseId);
        String before = ARCHIVE.json(ARCHIVE.applicant(), entry(said));

        Told recall = tell(recalled(messageId));
        ARCHIVE.entered(4, caseId);

        assertThat(before).isEqualTo(said.body());
        mustBeForTheCourtAlone(said);
        assertThat(ARCHIVE.json(ARCHIVE.applicant(), entry(recall))).isEqualTo(recall.body());
    }

    @Test
    void theTimelineOfAPartySaysThatItWasRecalledAndNoMore() {
        Told said = tell(said(messageId));
        Told other = tell(said(UUID.randomUUID().toString()));
        tell(recalled(messageId));
        ARCHIVE.entered(5, caseId);

        JsonNode seen = item(ARCHIVE.applicant(), said);
        JsonNode court = item(ARCHIVE.judge(), said);

        assertThat(seen.get("recalled").asBoolean()).isTrue();
        assertThat(seen.get("sha256").asString()).isEqualTo(told(said));
        assertThat(seen.get("files").asInt()).isZero();
        assertThat(seen.has("actorKind")).isFalse();
        assertThat(court.get("recalled").asBoolean()).isTrue();
        assertThat(court.get("files").asInt()).isEqualTo(1);
        assertThat(court.get("sha256").asString()).isEqualTo(told(said));
        assertThat(item(ARCHIVE.applicant(), other).get("recalled").asBoolean()).isFalse();
        assertThat(item(ARCHIVE.applicant(), other).get("files").asInt()).isEqualTo(1);
        assertThat(ARCHIVE.json(ARCHIVE.applicant(), entry(other))).isEqualTo(other.body());
    }

    @Test
    void aRecallHeardBeforeWhatItRecallsHidesItFromTheFirst() {
        tell(recalled(messageId));
        ARCHIVE.entered(3, caseId);

        Told said = tell(said(messageId));
        ARCHIVE.entered(4, caseId);

        mustBeForTheCourtAlone(said);
    }

    @Test
    void hearingAllOfItAgainFromTheStartChangesNothing() {
        Told said = tell(said(messageId));
        Told recall = tell(recalled(messageId));
        ARCHIVE.entered(4, caseId);
        ARCHIVE.execute("delete from entry where case_id = '%s' and source = 'interaction'".formatted(caseId));

        List.of(said, recall, said, recall).forEach(it -> ARCHIVE.send(it.record()));
        ARCHIVE.entered(4, caseId);

        mustBeForTheCourtAlone(said);
    }

    @Test
    void correctionsGoWithWhatTheyCorrected() {
        tell(said(messageId));
        Secret words = new Secret(caseId.toString(), "更正");
        Told correction = tell(new MessageCorrected(messageId, UUID.randomUUID().toString(), APPLICANT, words, words));
        tell(recalled(messageId));
        ARCHIVE.entered(5, caseId);

        mustBeForTheCourtAlone(correction);
    }

    @Test
    void nobodyButTheRoomRecallsAndOnlyInItsCase() {
        Told said = tell(said(messageId));
        UUID other = ARCHIVE.openCase();
        ARCHIVE.speak(Instant.now(), caseId, "filing", 3, recalled(messageId), APPLICANT);
        ARCHIVE.speak(Instant.now(), other, "interaction", 1, recalled(messageId), APPLICANT);
        ARCHIVE.entered(4, caseId);
        ARCHIVE.entered(3, other);

        assertThat(ARCHIVE.json(ARCHIVE.applicant(), entry(said))).isEqualTo(said.body());
        assertThat(item(ARCHIVE.applicant(), said).get("recalled").asBoolean()).isFalse();
    }

    @Test
    void aRecallThatCannotBeReadIsFiledAndHidesNothing() {
        Told said = tell(said(messageId));
        Told recall = tell(recalled(messageId));
        byte[] garbage = {'{', 0, (byte) 0xff, '\\', '"'};
        var broken = new ProducerRecord<>("court.interaction.v1", caseId.toString(), garbage);
        recall.record().headers().forEach(broken.headers()::add);
        ARCHIVE.entered(4, caseId);
        ARCHIVE.execute("delete from entry where fact_id = '%s'".formatted(recall.id()));

        ARCHIVE.send(broken);
        ARCHIVE.entered(4, caseId);

        assertThat(ARCHIVE.rows("entry", "fact_id", recall.id())).isEqualTo(1);
        assertThat(ARCHIVE.json(ARCHIVE.applicant(), entry(said))).isEqualTo(said.body());
    }

    private void mustBeForTheCourtAlone(Told told) {
        assertThat(ARCHIVE.refusal(ARCHIVE.applicant(), entry(told), 403)).contains("dossier.recalled");
        assertThat(ARCHIVE.json(ARCHIVE.judge(), entry(told))).isEqualTo(told.body());
        assertThat(item(ARCHIVE.applicant(), told).get("recalled").asBoolean()).isTrue();
        assertThat(item(ARCHIVE.applicant(), told).get("files").asInt()).isZero();
    }

    private Told tell(CourtEvent event) {
        return ARCHIVE.speak(Instant.now(), caseId, "interaction", ++sequence, event, APPLICANT);
    }

    /** A file whose name is no reason to look for its message elsewhere. */
    private static MessagePosted said(String messageId) {
        Secret name = new Secret(APPLICANT, "\"data\":{\"messageId\":\"" + UUID.randomUUID() + "\"");
        return new MessagePosted(
                messageId, APPLICANT, null, name, null, List.of("\"messageId\":\"" + UUID.randomUUID()));
    }

    private static MessageRecalled recalled(String messageId) {
        return new MessageRecalled(messageId, UUID.randomUUID().toString(), APPLICANT);
    }

    private String entry(Told told) {
        return "/api/v1/cases/" + caseId + "/entries/" + told.id();
    }

    private JsonNode item(String token, Told told) {
        return JSON.readTree(ARCHIVE.json(token, "/api/v1/cases/" + caseId + "/timeline"))
                .get("items")
                .valueStream()
                .filter(it -> it.get("factId").asString().equals(told.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String told(Told told) {
        return new String(told.record().headers().lastHeader("ce_sha256").value());
    }
}
