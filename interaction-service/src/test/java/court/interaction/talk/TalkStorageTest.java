package court.interaction.talk;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.talk.Talk.Confirmation;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.contract.InteractionEvent.Payment.Way;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkStorageTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Secret WORDS = new Secret(ID.toString(), "确认收到");
    private static final Payment PAID = new Payment(Money.of("600.00"), Way.DIRECT, LocalDate.of(2026, 3, 1));
    private static final List<Confirmation> ONE = List.of(new Confirmation("a1", AT));
    private static final List<Talk> STATES = List.of(
            new Talk.Open(ID, CASE, AT, "judge-1", List.of("a1", "r1"), WORDS, null, List.of()),
            new Talk.Open(ID, CASE, AT, "judge-1", List.of("a1", "r1"), WORDS, PAID, ONE),
            new Talk.Confirmed(ID, CASE, AT, "judge-1", List.of("a1"), WORDS, PAID, ONE));

    @TempDir
    Path keys;

    private SealedJson json;

    @BeforeEach
    void keys() {
        json = TestJson.sealed(keys);
    }

    @Test
    void everyStateSurvivesStorage() {
        assertThat(STATES)
                .allSatisfy(talk -> assertThat(json.read(json.write(talk, CASE, "place"), Talk.class, CASE, "place"))
                        .isEqualTo(talk));
        assertThat(STATES.stream().map(Object::getClass)).contains(Talk.class.getPermittedSubclasses());
    }

    @Test
    void storedFormsKeepTheirNamesAndHideTheWords() {
        assertThat(json.write(STATES.get(2), CASE, "place"))
                .startsWith("{\"state\":\"Confirmed\",\"id\":\"" + ID + "\",\"caseId\":\"" + CASE + "\"")
                .contains("\"openedAt\":\"2026-03-02T01:00:00Z\",\"openedBy\":\"judge-1\"")
                .contains("\"participantIds\":[\"a1\"],\"transcript\":{\"sealed\":\"AES1." + ID)
                .contains("\"payment\":{\"amount\":\"600.00\",\"way\":\"DIRECT\",\"paidOn\":\"2026-03-01\"}")
                .endsWith("\"confirmations\":[{\"partyId\":\"a1\",\"at\":\"2026-03-02T01:00:00Z\"}]}")
                .doesNotContain("确认收到");
        assertThat(json.write(STATES.get(0), CASE, "place")).startsWith("{\"state\":\"Open\"");
    }
}
