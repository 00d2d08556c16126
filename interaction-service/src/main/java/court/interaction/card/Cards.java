package court.interaction.card;

import court.interaction.room.Rooms;
import court.interaction.stream.Content.Card;
import court.interaction.stream.Journal;
import court.interaction.stream.Message;
import court.platform.contract.CourtEvent;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.InteractionEvent;
import court.platform.contract.MemberEvent;
import court.platform.inbox.Heard;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All cards. A card is made from a fact and bears its id, so one fact gives one card however often it is heard; it is no
 * fact of its own and no dossier entry.
 */
@Repository
public class Cards {

    private static final Logger LOG = LoggerFactory.getLogger(Cards.class);

    private final Rooms rooms;
    private final Journal journal;
    private final JsonMapper json;
    private final CardSchemas schemas;
    private final MeterRegistry meters;

    Cards(Rooms rooms, Journal journal, JsonMapper json, CardSchemas schemas, MeterRegistry meters) {
        this.rooms = rooms;
        this.journal = journal;
        this.json = json;
        this.schemas = schemas;
        this.meters = meters;
    }

    /** Shows a fact to whom it was told, when there is a card for it. Inside the unit that handles the fact. */
    public Mono<Void> show(Heard heard) {
        return Mono.justOrEmpty(CardBodies.find(heard.event()))
                .flatMap(body -> audience(heard).map(audience -> card(heard, body, audience)))
                .flatMap(journal::append)
                .then();
    }

    private Message card(Heard heard, CardBody body, List<String> audience) {
        String type = heard.event().getClass().getSimpleName();
        JsonNode shown = json.valueToTree(body);
        compare(type, heard, shown);
        Card card = new Card(type, json.convertValue(shown, new TypeReference<>() {}));
        return Message.card(heard.factId(), heard.caseId(), heard.time(), card, audience);
    }

    /**
     * Holds the room. Property and dossier stay on the court's side (rule A6), whatever a fact about them may say; that the case has
     * another judge concerns everybody who is in by now.
     */
    private Mono<List<String>> audience(Heard heard) {
        CourtEvent event = heard.event();
        if (event instanceof JudgeAssigned) {
            return rooms.lock(heard.caseId()).map(stored -> stored.room().present());
        }
        boolean toldToParties =
                event instanceof InteractionEvent || event instanceof MemberEvent || event instanceof FilingEvent;
        return rooms.hold(heard.caseId()).thenReturn(toldToParties ? heard.audience() : List.of());
    }

    /** A card that differs from its schema is shown all the same: a fact is never held up by how it looks. */
    private void compare(String type, Heard heard, JsonNode shown) {
        List<String> misfits = schemas.misfits(type, shown);
        if (!misfits.isEmpty()) {
            LOG.warn("card {} of fact {} does not fit its schema: {}", type, heard.factId(), misfits);
            meters.counter("court.cards.misfit", "type", type).increment();
        }
    }
}
