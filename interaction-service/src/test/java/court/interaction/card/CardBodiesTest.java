package court.interaction.card;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.CourtEvent;
import court.platform.contract.FactSamples;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CardBodiesTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What clients read: a name may be added, never changed. */
    private static final Map<String, String> CARDS = Map.ofEntries(
            Map.entry("AgentApplied", "[agentId, powers, represents]"),
            Map.entry("AgentApproved", "[agentId, powers, represents]"),
            Map.entry("AgentRefused", "[agentId]"),
            Map.entry("AgentRevoked", "[agentId, represents]"),
            Map.entry("AssistantAdded", "[name, staffId]"),
            Map.entry("AssistantRemoved", "[staffId]"),
            Map.entry("DeputyNamed", "[from, name, staffId, until]"),
            Map.entry("DeputyEnded", "[staffId]"),
            Map.entry("JudgeAssigned", "[judgeId, judgeName, reason, replaces]"),
            Map.entry("PostingSuspended", "[memberId]"),
            Map.entry("PostingRestored", "[memberId]"),
            Map.entry("AnswerNotNeeded", "[partyId, throughMessageId]"),
            Map.entry("AnswerOverdue", "[askedAt, due, messageId, partyId]"),
            Map.entry("DeadlineReminder", "[daysLeft, limit]"),
            Map.entry("TermChangeDecided", "[due, months, prolongedBy, provisional]"),
            Map.entry("TermResumed", "[due, firstDay, ground, lastDay, provisional]"),
            Map.entry("AssetFrozen", "[amount, freezeId, from, until]"),
            Map.entry("AssetQueryAnswered", "[found, institution, kinds, queryId, respondentId]"),
            Map.entry("AssetQueryStarted", "[institutions, queryId, respondentId, standing]"),
            Map.entry("AssetUnfrozen", "[amount, freezeId]"),
            Map.entry("CaseClosed", "[claimed, mode, received, talkIds]"),
            Map.entry("DossierReceived", "[bundleNumber, packageId, receivedAt]"),
            Map.entry("DossierRejected", "[bundleNumber, packageId, reason]"),
            Map.entry("DossierSealed", "[number, packageId, pages]"),
            Map.entry("FreezeOrdered", "[amount, assetKind, freezeId, institution, respondentId, rulingId, until]"),
            Map.entry("FreezeRefused", "[freezeId, reason]"),
            Map.entry("InstitutionReplyRefused", "[institution, reason, requestNumber]"),
            Map.entry("RespondentReleased", "[partyId]"),
            Map.entry("RulingRegistered", "[limit, number, respondentId, rulingId]"),
            Map.entry("TalkConfirmed", "[partyId, talkId]"),
            Map.entry("TalkOpened", "[participantIds, payment, talkId]"),
            Map.entry("UnfreezeOrdered", "[freezeId, reason]"),
            Map.entry("UnfreezeRefused", "[freezeId, reason]"));

    @Test
    void theseFactsAreCardsAndNoOthers() {
        Map<String, String> shown = FactSamples.all().stream()
                .filter(event -> CardBodies.find(event).isPresent())
                .collect(toMap(event -> event.getClass().getSimpleName(), CardBodiesTest::names));

        assertThat(shown).isEqualTo(CARDS);
    }

    private static String names(CourtEvent event) {
        return new TreeMap<>(JSON.convertValue(
                        CardBodies.find(event).orElseThrow(),
                        new tools.jackson.core.type.TypeReference<Map<String, Object>>() {}))
                .keySet()
                .toString();
    }

    @Test
    void noCardHoldsAProtectedValue() {
        assertThat(FactSamples.all().stream().flatMap(it -> CardBodies.find(it).stream()))
                .as("a secret fails to be written by this mapper")
                .allSatisfy(body -> assertThat(JSON.writeValueAsString(body)).doesNotContain("sealed", "personKeys"));
    }

    @Test
    void feedbackCountsWhatWasFound() {
        String feedback = FactSamples.all().stream()
                .filter(it -> it.getClass().getSimpleName().equals("AssetQueryAnswered"))
                .map(it -> JSON.writeValueAsString(CardBodies.find(it).orElseThrow()))
                .findFirst()
                .orElseThrow();

        assertThat(feedback).contains("\"institution\":\"bank\",\"found\":1,\"kinds\":{\"DEPOSIT\":1}");
    }
}
