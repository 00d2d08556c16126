package court.interaction.card;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.Property;
import court.platform.contract.AssetEvent.InstitutionReplyRefused;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardSchemaIT {

    private static final String PATH = "/api/v1/card-schemas";

    private final OpenCase open = new OpenCase(UUID.randomUUID());

    @Test
    void whoeverIsSignedInReadsWhatCardsConsistOf() {
        var list = open.party("nobody-of-any-case").get(PATH);
        var schema = open.party("nobody-of-any-case").get(PATH + "/FreezeOrdered");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json()
                        .valueStream()
                        .filter(it -> it.path("type").asString().equals("FreezeOrdered")))
                .singleElement()
                .hasToString("{\"type\":\"FreezeOrdered\",\"title\":\"冻结\",\"group\":\"PROPERTY\",\"sender\":\"JUDGE\","
                        + "\"audience\":\"COURT\",\"answers\":[\"AssetFrozen\",\"FreezeRefused\"],"
                        + "\"producer\":\"asset-query-service\"}");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.header("content-type")).startsWith("application/schema+json");
        assertThat(schema.header("cache-control")).isEqualTo("max-age=3600, private");
        assertThat(schema.json()).isEqualTo(CardSchemasTest.schemas().get("FreezeOrdered"));
        assertThat(open.party("a1")
                        .get(PATH + "/Terms")
                        .json()
                        .at("/$defs/amount")
                        .isObject())
                .isTrue();
    }

    @Test
    void nobodyElseDoesAndWhatIsNoCardIsNotFound() {
        var unknown = open.party("a1").get(PATH + "/Joke");

        assertThat(Courthouse.caller("").get(PATH).status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("card.no_such_type");
    }

    @Test
    void aCardThatDoesNotFitIsCountedAndShownAllTheSame() {
        OpenCase room = Courthouse.openCase();
        double before = misfits();

        Courthouse.say(Courthouse.fact(room.id(), 1, new InstitutionReplyRefused("REQ-1", "bank", "不是代码")));
        room.awaitCard("InstitutionReplyRefused");
        Courthouse.say(Courthouse.fact(room.id(), 2, Property.frozen("f1")));
        room.awaitCard("AssetFrozen");

        JsonNode body = room.entries(room.judge()).getFirst().at("/card/body");
        assertThat(body.path("reason").asString()).isEqualTo("不是代码");
        assertThat(misfits()).isEqualTo(before + 1);
    }

    private static double misfits() {
        return Courthouse.service().bean(MeterRegistry.class).find("court.cards.misfit").counters().stream()
                .mapToDouble(it -> it.count())
                .sum();
    }
}
