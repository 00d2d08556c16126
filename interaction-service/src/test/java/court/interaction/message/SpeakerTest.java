package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships.Place;
import court.platform.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    private static final UUID CASE = UUID.randomUUID();

    @Test
    void staffSpeakAsThemselves() {
        Membership judge = staff("judge-1", "FILING_JUDGE", "ENFORCEMENT_JUDGE");

        assertThat(Speaker.of(judge, null)).isEqualTo(new Speaker("judge-1", "ENFORCEMENT_JUDGE", true));
        assertThatThrownBy(() -> Speaker.of(judge, "a1")).hasMessage(MessageRefusal.NOT_YOUR_PARTY.detail());
    }

    @Test
    void whoActsForTwoPartiesSaysForWhich() {
        Membership both = party("b", "a");

        assertThat(Speaker.of(both, null).id()).isEqualTo("a");
        assertThat(Speaker.of(both, "b").id()).isEqualTo("b");
        assertThatThrownBy(() -> Speaker.of(both, "c")).hasMessage(MessageRefusal.NOT_YOUR_PARTY.detail());
    }

    @Test
    void anyStaffIdHasAKey() {
        assertThat(Speaker.of(staff("judge-1", "CLERK"), null).owner()).isEqualTo("judge-1");
        assertThat(Speaker.of(staff("judge@court|1", "CLERK"), null).owner()).matches("[0-9a-f]{64}");
    }

    private static Membership staff(String id, String... roles) {
        return new Membership(
                new Actor(id, Set.of(Role.CLERK), "沪0117", null),
                CASE,
                Arrays.stream(roles)
                        .map(role -> new Place(CASE, id, role, "", "沪0117"))
                        .toList());
    }

    private static Membership party(String... partyIds) {
        return new Membership(
                new Actor("account", Set.of(Role.PARTY), null, "key"),
                CASE,
                List.of(partyIds).stream()
                        .map(id -> new Place(CASE, "key", "APPLICANT", id, "沪0117"))
                        .toList());
    }
}
