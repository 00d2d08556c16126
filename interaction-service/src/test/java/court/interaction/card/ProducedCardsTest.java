package court.interaction.card;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Agent.Power;
import court.platform.contract.AssetEvent;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.CourtEvent;
import court.platform.contract.DossierEvent;
import court.platform.contract.FactSamples;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.contract.InteractionEvent.Payment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProducedCardsTest {

    private static final Path WORDS = Path.of("../gateway/src/main/resources/page/cards.js");
    private static final JsonMapper JSON = new JsonMapper();
    private static final CardSchemas SCHEMAS = CardSchemasTest.schemas();

    private static Stream<CourtEvent> shown() {
        return FactSamples.all().stream().filter(it -> CardBodies.find(it).isPresent());
    }

    private static String type(CourtEvent event) {
        return event.getClass().getSimpleName();
    }

    private static Set<String> produced() {
        return shown().map(ProducedCardsTest::type).collect(toCollection(TreeSet::new));
    }

    @Test
    void whatIsShownHasASchemaThatNamesWhoTellsIt() {
        Set<String> withProducer = SCHEMAS.list().stream()
                .filter(it -> !it.producer().equals("none yet"))
                .map(CardKind::type)
                .collect(toCollection(TreeSet::new));

        assertThat(withProducer)
                .as(
                        "each fact that CardBodies shows needs src/main/resources/court/interaction/card/schemas/<type>.json"
                                + " with the service that tells it as \"producer\", and all others say \"none yet\"")
                .isEqualTo(produced());
    }

    @Test
    void whatIsShownFitsItsSchema() {
        assertThat(shown()).isNotEmpty().allSatisfy(event -> {
            JsonNode body = JSON.valueToTree(CardBodies.find(event).orElseThrow());
            assertThat(SCHEMAS.misfits(type(event), body))
                    .as(type(event) + " " + body)
                    .isEmpty();
        });
    }

    @Test
    void cardsOfPropertyAndDossierAreForTheCourtAlone() {
        Set<String> forTheCourt = SCHEMAS.list().stream()
                .filter(it -> it.audience() == CardKind.Audience.COURT)
                .map(CardKind::type)
                .collect(toCollection(TreeSet::new));

        assertThat(shown().filter(it -> it instanceof AssetEvent || it instanceof DossierEvent))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(forTheCourt).contains(type(event)));
    }

    @Test
    void aTypeWithoutSchemaFitsNothing() {
        assertThat(SCHEMAS.misfits("Terms", JSON.createObjectNode())).containsExactly("no schema");
    }

    @Test
    void codesAreThoseOfTheFacts() {
        assertThat(codes("assetKind")).isEqualTo(names(AssetKind.values()));
        assertThat(codes("closingMode")).isEqualTo(names(ClosingMode.values()));
        assertThat(codes("power")).isEqualTo(names(Power.values()));
        assertThat(codes("way")).isEqualTo(names(Payment.Way.values()));
        assertThat(SCHEMAS.get("Terms").at("/$defs/kinds/properties").propertyNames())
                .containsExactlyElementsOf(names(AssetKind.values()));
    }

    private static List<String> codes(String term) {
        return SCHEMAS.get("Terms").at("/$defs/" + term + "/oneOf").values().stream()
                .map(it -> it.path("const").asString())
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Test
    void thePageHasWordsForWhatIsShown() throws IOException {
        List<String> worded = Pattern.compile("^  (\\w+): \\['\\p{IsHan}", Pattern.MULTILINE)
                .matcher(Files.readString(WORDS))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();

        assertThat(worded).as("page/cards.js").containsAll(produced());
    }
}
