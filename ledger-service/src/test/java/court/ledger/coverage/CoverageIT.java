package court.ledger.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.platform.model.Uuid7;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rule RE2. Each test tells acts of an item of its own. */
class CoverageIT {

    private static final String ADDRESS = "/api/v1/operations/ledger/coverage";
    private static final PlayedSpeakers SPEAKERS = new PlayedSpeakers();

    private static RunningLedger ledger;

    private final UUID caseId = UUID.randomUUID();
    private final Instant toldAt = Instant.now().minus(Duration.ofMinutes(1));
    private int heard;

    @BeforeAll
    static void start() {
        ledger = new RunningLedger(SPEAKERS.settings());
    }

    @AfterAll
    static void stop() {
        ledger.close();
        SPEAKERS.close();
    }

    /** The speaker has it in its table. */
    private UUID told(String type, long sequence) {
        UUID id = Uuid7.at(toldAt.plusSeconds(sequence));
        SPEAKERS.told(type, id, caseId, sequence);
        return id;
    }

    /** It came here. */
    private void came(String type, UUID id, long sequence) {
        TestFact fact = new TestFact(id, caseId, "filing", sequence, "ACT", List.of(), List.of());
        ProducerRecord<String, byte[]> record = fact.record(ledger.topic());
        record.headers().remove("ce_type").add("ce_type", type.getBytes(UTF_8));
        ledger.tell(record);
        heard++;
        ledger.awaitFacts(caseId, heard);
    }

    private static JsonNode row(String item) {
        return ledger.json(ADDRESS, ledger.tokens().operations())
                .path("rows")
                .valueStream()
                .filter(it -> it.path("item").asString().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static void stands(String item, String standing, int... figures) {
        JsonNode row = row(item);
        assertThat(List.of(
                        row.path("standing").asString(),
                        row.path("spoken").asInt(),
                        row.path("onLedger").asInt(),
                        row.path("pending").asInt(),
                        row.path("missing").asInt(),
                        row.path("unknown").asInt()))
                .containsExactly(standing, figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    @Test
    void whatWasToldAndCameIsCompleteAndNeedsNoComparingOneByOne() {
        for (int i = 1; i <= 3; i++) {
            came("CaseAccepted", told("CaseAccepted", i), i);
        }
        SPEAKERS.listed.clear();

        stands("CASE_INFORMATION", "COMPLETE", 3, 3, 0, 0, 0);
        assertThat(row("CASE_INFORMATION").path("title").asString()).isEqualTo("案件信息");
        assertThat(SPEAKERS.listed).doesNotContain("CaseAccepted");
        assertThat(figure("spoken", "CASE_INFORMATION")).isEqualTo(3);
        assertThat(figure("on-ledger", "CASE_INFORMATION")).isEqualTo(3);
    }

    private static double figure(String name, String item) {
        return ledger.service()
                .bean(MeterRegistry.class)
                .get("court.ledger.coverage." + name)
                .tag("item", item)
                .gauge()
                .value();
    }

    @Test
    void whatNobodyTellsIsNotBuiltAndWhatNobodyToldIsNone() {
        stands("PROPERTY_DISPOSAL", "NOT_BUILT", 0, 0, 0, 0, 0);
        stands("SERVICE", "NOT_BUILT", 0, 0, 0, 0, 0);
        stands("ARCHIVING", "NONE_YET", 0, 0, 0, 0, 0);
    }

    @Test
    void anActThatIsNotOnTheLedgerIsMissingOnItsRow() {
        came("FreezeOrdered", told("FreezeOrdered", 1), 1);
        told("AssetFrozen", 2);
        came("FreezeOrdered", told("FreezeOrdered", 3), 3);

        stands("PROPERTY_CONTROL", "WRONG", 3, 2, 0, 1, 0);
        assertThat(figure("missing", "PROPERTY_CONTROL")).isEqualTo(1);
    }

    @Test
    void whatIsBehindIsPendingNotLost() {
        came("MessagePosted", told("MessagePosted", 1), 1);
        for (int i = 2; i <= 6; i++) {
            told("MessagePosted", i);
        }

        stands("INTERACTION", "PENDING", 6, 1, 5, 0, 0);
        assertThat(Instant.parse(row("INTERACTION").path("pendingSince").asString()))
                .isEqualTo(Instant.ofEpochMilli(toldAt.plusSeconds(2).toEpochMilli()));
    }

    /** As many on both sides, but not the same. */
    @Test
    void anotherInItsPlaceIsNotTakenForIt() {
        came("CaseClosed", told("CaseClosed", 1), 1);
        told("CaseClosed", 2);
        came("CaseClosed", Uuid7.at(toldAt), 3);

        stands("CLOSING", "WRONG", 2, 1, 0, 1, 1);
    }

    @Test
    void operationsAndSupervisorsSeeItAndNobodyElse() {
        String supervisor = ledger.tokens().staff("head", "沪0117", "SUPERVISOR");
        String judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");

        assertThat(ledger.get(ADDRESS, supervisor).statusCode()).isEqualTo(200);
        assertThat(ledger.get(ADDRESS, judge).statusCode()).isEqualTo(403);
        assertThat(ledger.get(ADDRESS, ledger.tokens().party("applicant-key")).statusCode())
                .isEqualTo(403);
        assertThat(ledger.get(ADDRESS, null).statusCode()).isEqualTo(401);
    }

    @Test
    void withoutASpeakersOwnFigureNoneIsGiven() {
        SPEAKERS.silent = true;
        try {
            HttpResponse<String> refused = ledger.get(ADDRESS, ledger.tokens().operations());

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("coverage.silent", "filing");
        } finally {
            SPEAKERS.silent = false;
        }
    }
}
