package court.interaction.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.LiveStream;
import court.interaction.Property;
import court.platform.contract.AssetEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardIT {

    private static final List<AssetEvent> STORY = List.of(
            Property.started(),
            Property.found(),
            Property.nothingFound(),
            Property.ordered("f1"),
            Property.frozen("f1"),
            Property.lifting("f1"),
            Property.lifted("f1"));
    private static final List<String> TYPES = List.of(
            "AssetQueryStarted",
            "AssetQueryAnswered",
            "AssetQueryAnswered",
            "FreezeOrdered",
            "AssetFrozen",
            "UnfreezeOrdered",
            "AssetUnfrozen");

    @Test
    void aCardShowsItsFactAndNothingProtected() {
        OpenCase open = Courthouse.openCase();
        var fact = Courthouse.fact(open.id(), 1, Property.found());

        Courthouse.say(fact);
        open.awaitCard("AssetQueryAnswered");

        JsonNode entry = open.entries(open.judge()).getFirst();
        assertThat(entry.toString())
                .isEqualTo("{\"seq\":1,\"card\":{\"type\":\"AssetQueryAnswered\",\"factId\":\"" + id(fact)
                        + "\",\"time\":\"2026-03-02T01:00:00Z\",\"body\":{\"queryId\":\"q1\",\"respondentId\":\"r1\","
                        + "\"institution\":\"bank\",\"found\":1,\"kinds\":{\"DEPOSIT\":1}}}}");
        assertThat(Courthouse.rows("select body from message where case_id = '" + open.id() + "'"))
                .noneMatch(body -> body.contains(Property.ACCOUNT));
        assertThat(Courthouse.rows("select type from outbox where kind = 'ACT' and case_id = '" + open.id() + "'"))
                .as("a card is no fact of its own")
                .containsExactly("RoomOpened");
    }

    @Test
    void oneFactGivesOneCardHoweverOftenItIsHeard() {
        OpenCase open = Courthouse.openCase();
        List<ProducerRecord<String, String>> facts = facts(open);

        facts.forEach(fact -> {
            Courthouse.say(fact);
            Courthouse.say(fact);
        });
        open.awaitCard("AssetUnfrozen");
        Courthouse.execute("delete from inbox where fact_id in ('"
                + String.join("','", facts.stream().map(CardIT::id).toList()) + "')");
        facts.forEach(Courthouse::say);
        saidAndHeard(open);

        assertThat(open.cards(open.judge()).subList(0, TYPES.size())).isEqualTo(TYPES);
        assertGapFree(open.entries(open.judge()), TYPES.size() + 1);
    }

    @Test
    void propertyHeardBeforeTheRoomOpensStandsInItLater() {
        OpenCase early = new OpenCase(UUID.randomUUID());
        facts(early).forEach(Courthouse::say);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> Courthouse.rows("select 1 from stream where case_id = '" + early.id() + "'")
                                .size()
                        == TYPES.size());

        Courthouse.openCase(early);

        assertThat(early.cards(early.judge())).isEqualTo(TYPES);
        assertThat(Courthouse.rows("select 1 from parked where case_id = '" + early.id() + "'"))
                .isEmpty();
    }

    @Test
    void partiesSeeNothingOfPropertyNeitherBeforeNorAfterTheirRelease() {
        OpenCase open = Courthouse.openCase();
        List<ProducerRecord<String, String>> facts = facts(open);
        facts.subList(0, 4).forEach(Courthouse::say);
        open.awaitCard("FreezeOrdered");
        assertThat(open.party("r1").get(open.path("/messages")).status()).isEqualTo(404);
        assertThat(open.party("r1").get(open.path("/stream")).status()).isEqualTo(404);
        open.release("r1");

        try (LiveStream respondent = LiveStream.open(open.party("r1"), open.path("/stream"));
                LiveStream applicant = LiveStream.open(open.party("a1"), open.path("/stream"))) {
            facts.subList(4, facts.size()).forEach(Courthouse::say);
            Courthouse.say(Courthouse.fact(open.id(), 20, Property.sealed()));
            Courthouse.say(Courthouse.fact(open.id(), 21, Property.received()));
            open.awaitCard("DossierReceived");
            open.judge().post(open.path("/messages"), Map.of("text", "都能看"));
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            respondent.seqs().size() == 2 && applicant.seqs().size() == 2);

            assertThat(respondent.entries().toString())
                    .doesNotContain("Asset", "Freeze", "Dossier", "\"q1\"", "\"f1\"");
            assertThat(open.entries(open.party("r1"))).isEqualTo(respondent.entries());
            assertThat(open.entries(open.party("a1"))).isEqualTo(applicant.entries());
        }
        assertThat(open.cards(open.party("r1"))).containsExactly("RespondentReleased");
        assertThat(open.cards(open.party("a1"))).containsExactly("RespondentReleased");
        assertGapFree(open.entries(open.party("r1")), 2);
        assertGapFree(open.entries(open.judge()), TYPES.size() + 4);
    }

    @Test
    void propertyStaysOnTheCourtsSideWhateverAFactSays() {
        OpenCase open = Courthouse.openCase();
        open.release("r1");
        var leaky = Courthouse.fact(open.id(), 1, Property.frozen("f1"));
        leaky.headers().add("ce_audience", "a1,r1".getBytes(StandardCharsets.UTF_8));

        Courthouse.say(leaky);
        open.awaitCard("AssetFrozen");

        assertThat(open.cards(open.party("r1"))).containsExactly("RespondentReleased");
        assertThat(open.cards(open.party("a1"))).containsExactly("RespondentReleased");
    }

    @Test
    void aRespondentsEntryIsShownToWhoWasToldOfIt() {
        OpenCase open = Courthouse.openCase();
        open.release("r1");
        open.release("r2");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> open.cards(open.judge()).size() == 2);

        assertThat(joined(open, "a1")).containsExactly("r1", "r2");
        assertThat(joined(open, "r1")).containsExactly("r1");
        assertThat(joined(open, "r2")).containsExactly("r2");
    }

    private static List<String> joined(OpenCase open, String reader) {
        return open.entries(open.party(reader)).stream()
                .map(entry -> entry.at("/card/body/partyId").asString())
                .toList();
    }

    /** One more fact of the case: when its card stands there, all before it was heard. */
    private static void saidAndHeard(OpenCase open) {
        Courthouse.say(Courthouse.fact(open.id(), 99, Property.notLifted("f9")));
        open.awaitCard("UnfreezeRefused");
    }

    private static List<ProducerRecord<String, String>> facts(OpenCase open) {
        List<ProducerRecord<String, String>> facts = new ArrayList<>();
        STORY.forEach(event -> facts.add(Courthouse.fact(open.id(), facts.size() + 1, event)));
        return facts;
    }

    private static String id(ProducerRecord<String, String> fact) {
        return new String(fact.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private static void assertGapFree(List<JsonNode> entries, long last) {
        assertThat(entries)
                .extracting(entry -> entry.get("seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }
}
