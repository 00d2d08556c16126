package court.interaction.room;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.room.RoomView.Member;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships.Place;
import court.platform.security.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomViewTest {

    private static final Room.Led ONE_IN =
            (Room.Led) RoomTest.led().release("r1", "judge-1").next();
    private static final List<Place> PLACES = List.of(
            place("judge-1", "ENFORCEMENT_JUDGE", ""),
            place("filing-judge", "FILING_JUDGE", ""),
            place("a1-key", "APPLICANT", "a1"),
            place("r1-key", "RESPONDENT", "r1"));

    @Test
    void theCourtSeesEveryPartyAndWhoIsStillOutside() {
        RoomView view = view(new Actor("judge-1", Set.of(Role.ENFORCEMENT_JUDGE), "沪0117", null), PLACES.get(0));

        assertThat(view.members())
                .containsExactly(
                        new Member("judge-1", "ENFORCEMENT_JUDGE", "执行法官一", true),
                        new Member("filing-judge", "FILING_JUDGE", null, true),
                        new Member("a1", "APPLICANT", "申请人甲", true),
                        new Member("a2", "APPLICANT", "申请人乙", true),
                        new Member("r1", "RESPONDENT", "被执行人甲", true),
                        new Member("r2", "RESPONDENT", "被执行人乙", false));
        assertThat(view.myPartyIds()).isEmpty();
    }

    @Test
    void aPartySeesOnlyWhoIsInTheRoom() {
        Actor respondent = new Actor("account", Set.of(Role.PARTY), null, "r1-key");

        RoomView view = view(respondent, PLACES.get(3));

        assertThat(view.members())
                .extracting(Member::memberId)
                .containsExactly("judge-1", "filing-judge", "a1", "a2", "r1");
        assertThat(view.myPartyIds()).containsExactly("r1");
    }

    private static RoomView view(Actor actor, Place place) {
        return RoomView.of(
                new Rooms.Stored(3, ONE_IN),
                new Membership(actor, ONE_IN.id(), List.of(place)),
                PLACES,
                new OfficeHours.Now(true, List.of(), null));
    }

    private static Place place(String member, String role, String partyId) {
        return new Place(ONE_IN.id(), member, role, partyId, "沪0117");
    }
}
