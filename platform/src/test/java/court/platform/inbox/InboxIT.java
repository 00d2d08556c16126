package court.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.contract.CourtEvent;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.json.SealedJson;
import court.platform.outbox.PlatformDatabase;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

class InboxIT {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final PlatformDatabase database = new PlatformDatabase(3);
    private final List<String> handled = new ArrayList<>();

    @TempDir
    Path keys;

    private Inbox inbox;

    @BeforeEach
    void inbox() {
        SealedJson json = TestJson.sealed(keys);
        inbox = new Inbox(new ParkedFacts(database.client), database.unit(), json, Schedulers.boundedElastic());
    }

    @Test
    void aFactThatComesAgainIsHandledOnce() {
        Received fact = fact(CASE, "RoomOpened", "a");

        inbox.takeAll(List.of(fact, fact), this::handle);

        assertThat(handled).containsExactly("a");
    }

    @Test
    void theRecordOfHandlingAndItsEffectCommitTogether() {
        Received fact = fact(CASE, "RoomOpened", "a");
        database.execute("create table effect (name text)");

        assertThatThrownBy(() -> inbox.takeAll(
                        List.of(fact),
                        heard -> database.client
                                .sql("insert into effect values ('x')")
                                .then()
                                .then(Mono.error(new DataAccessResourceFailureException("database away")))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(database.count("effect")).isZero();
        inbox.takeAll(List.of(fact), this::handle);

        assertThat(handled).containsExactly("a");
    }

    @Test
    void aPoisonFactParksItsCaseAndNoOther() {
        inbox.takeAll(
                List.of(
                        fact(CASE, "RoomOpened", "a"),
                        fact(CASE, "RoomOpened", "poison"),
                        fact(CASE, "RoomOpened", "behind"),
                        fact(OTHER, "RoomOpened", "b")),
                this::handle);

        assertThat(handled).containsExactly("a", "b");
        assertThat(waiting()).containsExactly("IllegalStateException", "behind");
    }

    @Test
    void aParkedCaseIsReplayedInOrder() {
        inbox.takeAll(List.of(fact(CASE, "RoomOpened", "poison"), fact(CASE, "RoomOpened", "behind")), this::handle);

        inbox.replay(CASE, heard -> {
                    handled.add(number(heard.event()));
                    return Mono.empty();
                })
                .block();
        inbox.takeAll(List.of(fact(CASE, "RoomOpened", "after")), this::handle);

        assertThat(handled).containsExactly("poison", "behind", "after");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void anUnknownTypeIsPassedOver() {
        inbox.takeAll(List.of(fact(CASE, "NotYetInvented", "a"), fact(CASE, "RoomOpened", "b")), this::handle);

        assertThat(handled).containsExactly("b");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonWaitsWithItsCase() {
        inbox.takeAll(
                List.of(new Received(UUID.randomUUID(), CASE, "not json", Map.of("ce_type", "RoomOpened"))),
                this::handle);

        assertThat(handled).isEmpty();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void aBodyThatNoTextColumnHoldsWaitsTooAndHoldsUpNoOtherCase() {
        inbox.takeAll(
                List.of(
                        new Received(UUID.randomUUID(), CASE, "{\0", Map.of("ce_type", "RoomOpened")),
                        fact(OTHER, "RoomOpened", "other")),
                this::handle);

        assertThat(handled).containsExactly("other");
        assertThat(waiting()).hasSize(1);
    }

    private Mono<Void> handle(Heard heard) {
        String number = number(heard.event());
        if (number.equals("poison")) {
            return Mono.error(new IllegalStateException("cannot handle this"));
        }
        handled.add(number);
        return Mono.empty();
    }

    private List<String> waiting() {
        List<ParkedFacts.Waiting> all = inbox.waiting().collectList().block();
        return all == null
                ? List.of()
                : all.stream().map(ParkedFacts.Waiting::reason).toList();
    }

    private static String number(CourtEvent event) {
        return event instanceof RoomOpened opened ? opened.caseNumber() : "";
    }

    private static Received fact(UUID caseId, String type, String number) {
        String body =
                new JsonMapper().writeValueAsString(Map.of("data", Map.of("caseNumber", number, "courtCode", "沪0117")));
        return new Received(
                UUID.randomUUID(), caseId, body, Map.of("ce_type", type, "ce_time", "2026-01-01T00:00:00Z"));
    }
}
