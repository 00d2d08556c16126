package court.interaction.message;

import static court.platform.contract.Party.Role.APPLICANT;
import static court.platform.contract.Party.Role.RESPONDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.interaction.room.Room;
import court.interaction.room.RoomParty;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final Room ROOM = new Room.Opened(
            UUID.randomUUID(),
            "（2026）沪0117执1号",
            "沪0117",
            Instant.parse("2026-03-02T01:00:00Z"),
            List.of(
                    new RoomParty("a1", APPLICANT, new Secret("a1", "甲"), List.of(), true),
                    new RoomParty("a2", APPLICANT, new Secret("a2", "乙"), List.of(), true),
                    new RoomParty("r1", RESPONDENT, new Secret("r1", "丙"), List.of(), true),
                    new RoomParty("r2", RESPONDENT, new Secret("r2", "丁"), List.of(), false)),
            null);

    private static final Speaker JUDGE = new Speaker("judge-1", "ENFORCEMENT_JUDGE", true);
    private static final Speaker APPLICANT_1 = new Speaker("a1", "APPLICANT", false);
    private static final Speaker RESPONDENT_1 = new Speaker("r1", "RESPONDENT", false);

    @Test
    void withoutChoiceEverybodyInTheRoomHears() {
        assertThat(Audience.of(ROOM, JUDGE, null, null)).containsExactly("a1", "a2", "r1");
        assertThat(Audience.of(ROOM, RESPONDENT_1, null, null)).containsExactly("a1", "a2", "r1");
    }

    @Test
    void theCourtAloneMeansNoParty() {
        assertThat(Audience.of(ROOM, JUDGE, List.of("COURT"), null)).isEmpty();
    }

    @Test
    void aPartyWhoSpeaksToTheCourtReadsAlong() {
        assertThat(Audience.of(ROOM, APPLICANT_1, List.of("COURT"), null)).containsExactly("a1");
    }

    @Test
    void aPartyMaySpeakToOthersInTheRoom() {
        assertThat(Audience.of(ROOM, APPLICANT_1, List.of("r1", "r1"), null)).containsExactly("a1", "r1");
    }

    @Test
    void nobodyReachesARespondentWhoWasNotLetIn() {
        assertRefused(JUDGE, MessageRefusal.RESPONDENT_NOT_RELEASED, "r2");
        assertRefused(APPLICANT_1, MessageRefusal.NOT_IN_ROOM, "r2");
    }

    @Test
    void aPartyCannotTellWhoIsOutsideFromWhoDoesNotExist() {
        assertRefused(RESPONDENT_1, MessageRefusal.NOT_IN_ROOM, "r2");
        assertRefused(RESPONDENT_1, MessageRefusal.NOT_IN_ROOM, "x");
        assertRefused(JUDGE, MessageRefusal.NOT_IN_ROOM, "x");
    }

    @Test
    void anEmptyChoiceIsNoChoice() {
        assertRefused(JUDGE, MessageRefusal.AUDIENCE_EMPTY);
        assertRefused(JUDGE, MessageRefusal.NOT_IN_ROOM, (String) null);
    }

    private static void assertRefused(Speaker speaker, MessageRefusal refusal, String... asked) {
        assertThatThrownBy(() -> Audience.of(ROOM, speaker, Arrays.asList(asked), null))
                .hasMessage(refusal.detail());
    }
}
