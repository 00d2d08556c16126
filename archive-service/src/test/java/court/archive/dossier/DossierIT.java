package court.archive.dossier;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static court.archive.RunningArchive.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.archive.RunningArchive.Told;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox;
import court.platform.outbox.TextDigests;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DossierIT {

    @Test
    void everyActIsAnEntryAtOnceByteForByte() {
        UUID caseId = ARCHIVE.openCase();
        Told told = ARCHIVE.speak(caseId, "interaction", 1, "MessagePosted", APPLICANT);
        ARCHIVE.entered(3, caseId);

        var answer = ARCHIVE.get(ARCHIVE.judge(), entry(caseId, told.id()))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectBody()
                .returnResult();

        assertThat(answer.getResponseBody()).isEqualTo(told.record().value());
        assertThat(answer.getResponseHeaders().getFirst("Repr-Digest")).isEqualTo("sha-256=:" + digest(told) + ":");
    }

    @Test
    void aFactThatComesAgainChangesNothing() {
        UUID caseId = ARCHIVE.openCase();
        Told told = ARCHIVE.speak(caseId, "interaction", 1, "RoomOpened", APPLICANT);
        ARCHIVE.entered(3, caseId);
        var forged = new ProducerRecord<>("court.interaction.v1", caseId.toString(), "{}".getBytes(UTF_8));
        told.record().headers().forEach(forged.headers()::add);

        ARCHIVE.send(told.record());
        ARCHIVE.send(forged);
        ARCHIVE.speak(caseId, "interaction", 2, "MessagePosted", APPLICANT);
        ARCHIVE.entered(4, caseId);

        assertThat(ARCHIVE.json(ARCHIVE.judge(), entry(caseId, told.id()))).isEqualTo(told.body());
        assertThat(ARCHIVE.rows("entry", "fact_id", told.id())).isEqualTo(1);
    }

    @Test
    void aPoisonFactIsStoredAndHoldsUpOnlyItsCasesMembers() {
        UUID caseId = ARCHIVE.openCase();
        byte[] poison = {'{', 0, (byte) 0xff, '"'};
        UUID poisonId = UUID.randomUUID();
        var record = new ProducerRecord<>("court.filing.v1", caseId.toString(), poison);
        header(record, "ce_id", poisonId.toString());
        header(record, "ce_type", "CaseAccepted");
        header(record, "ce_kind", "ACT");

        ARCHIVE.send(record);
        Told behind = ARCHIVE.speak(caseId, "filing", 3, "CaseAccepted");
        ARCHIVE.entered(4, caseId);
        UUID other = ARCHIVE.openCase();

        assertThat(ARCHIVE.get(ARCHIVE.judge(), entry(caseId, poisonId))
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(poison);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ARCHIVE.query(
                                "select fact_id from parked where case_id = '" + caseId + "' order by id"))
                        .containsExactly(poisonId.toString(), behind.id().toString()));
        assertThat(ARCHIVE.rows("parked", "case_id", other)).isZero();
        assertThat(ARCHIVE.json(ARCHIVE.judge(), "/api/v1/cases/" + caseId + "/timeline"))
                .contains(poisonId.toString());
    }

    @Test
    void aDatabaseThatSaysNoDelaysButLosesNothing() {
        UUID caseId = ARCHIVE.openCase();

        ARCHIVE.execute("alter table entry rename to entry_away");
        Told first = ARCHIVE.speak(caseId, "interaction", 1, "RoomOpened");
        Told second = ARCHIVE.speak(caseId, "interaction", 2, "MessagePosted");
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        ARCHIVE.execute("alter table entry_away rename to entry");

        ARCHIVE.entered(4, caseId);
        assertThat(ARCHIVE.rows("entry", "fact_id", first.id())).isEqualTo(1);
        assertThat(ARCHIVE.rows("entry", "fact_id", second.id())).isEqualTo(1);
    }

    @Test
    void accessesGoToTheirRegisterForTheCourtOnly() {
        UUID caseId = ARCHIVE.openCase();
        Told seen = ARCHIVE.speak(caseId, "filing", 3, "ProtectedDataViewed");
        await().atMost(Duration.ofSeconds(30)).until(() -> ARCHIVE.rows("access_register", "fact_id", seen.id()) == 1);

        String register = ARCHIVE.json(ARCHIVE.judge(), "/api/v1/cases/" + caseId + "/accesses");

        assertThat(register)
                .contains(seen.id().toString(), "\"actorId\":\"somebody\"", "\"object\":\"filing\"", "\"objectId\"");
        assertThat(ARCHIVE.rows("entry", "fact_id", seen.id())).isZero();
        ARCHIVE.refusal(ARCHIVE.applicant(), "/api/v1/cases/" + caseId + "/accesses", 403);
        ARCHIVE.refusal(ARCHIVE.tokens.party("z"), "/api/v1/cases/" + caseId + "/accesses", 404);
    }

    @Test
    void operationsAreNoPapersOfACase() {
        UUID caseId = ARCHIVE.openCase();
        var record = new ProducerRecord<>("court.filing.v1", caseId.toString(), "{}".getBytes(UTF_8));
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_kind", "OPERATION");

        ARCHIVE.send(record);
        ARCHIVE.speak(caseId, "filing", 3, "CaseAccepted");

        ARCHIVE.entered(3, caseId);
        assertThat(ARCHIVE.rows("access_register", "case_id", caseId)).isZero();
    }

    @Test
    void whatIsNotForOneIsNotThere() {
        UUID caseId = ARCHIVE.openCase();
        Told courtOnly = ARCHIVE.speak(caseId, "interaction", 1, "MessagePosted");
        Told told = ARCHIVE.speak(caseId, "interaction", 2, "MessagePosted", APPLICANT);
        ARCHIVE.entered(4, caseId);
        String unknown = ARCHIVE.refusal(ARCHIVE.judge(), entry(UUID.randomUUID(), UUID.randomUUID()), 404);

        assertThat(ARCHIVE.json(ARCHIVE.applicant(), entry(caseId, told.id()))).isEqualTo(told.body());
        assertThat(ARCHIVE.refusal(ARCHIVE.applicant(), entry(caseId, courtOnly.id()), 404))
                .isEqualTo(unknown);
        assertThat(ARCHIVE.refusal(ARCHIVE.tokens.party("z"), entry(caseId, told.id()), 404))
                .isEqualTo(unknown);
        assertThat(ARCHIVE.refusal(
                        ARCHIVE.tokens.staff("pudong-judge-1", "沪0115", "ENFORCEMENT_JUDGE"),
                        entry(caseId, told.id()),
                        404))
                .isEqualTo(unknown);
        assertThat(ARCHIVE.refusal(ARCHIVE.judge(), entry(ARCHIVE.openCase(), told.id()), 404))
                .isEqualTo(unknown);
    }

    @Test
    void theWayFromActToEntryIsMeasured() {
        MeterRegistry meters = ARCHIVE.service.bean(MeterRegistry.class);
        double before = meters.get("court.archive.entries").counter().count();

        ARCHIVE.openCase();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> meters.get("court.archive.entries").counter().count() >= before + 2);
        assertThat(meters.get("court.archive.entry.delay").timer().totalTime(TimeUnit.MILLISECONDS))
                .isPositive();
    }

    @Test
    void whatAServiceToldIsReadByOtherServicesOnly() {
        UUID caseId = UUID.randomUUID();
        Outbox outbox = ARCHIVE.service.bean(Outbox.class);
        ARCHIVE.service
                .bean(WriteUnit.class)
                .run(() -> outbox.tell(
                                caseId,
                                Actor.service("archive"),
                                List.of(Fact.courtOnly(court.archive.RunningArchive.sample("RoomOpened"))))
                        .thenReturn(true))
                .block();
        String path = "/internal/v1/cases/" + caseId + "/acts";

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ARCHIVE.json(ARCHIVE.tokens.service("archive"), path))
                        .matches("\\[\\{\"factId\":\"[0-9a-f-]{36}\",\"kind\":\"ACT\",\"sequence\":1,\"sent\":true}]"));
        ARCHIVE.refusal(ARCHIVE.judge(), path, 403);
        ARCHIVE.refusal(ARCHIVE.tokens.operations(), path, 403);
    }

    private static String entry(UUID caseId, UUID factId) {
        return "/api/v1/cases/" + caseId + "/entries/" + factId;
    }

    private static String digest(Told told) {
        return Base64.getEncoder()
                .encodeToString(HexFormat.of()
                        .parseHex(TextDigests.of(told.record().value()).sha256()));
    }
}
