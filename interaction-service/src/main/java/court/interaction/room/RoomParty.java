package court.interaction.room;

import court.platform.contract.Party;
import court.platform.json.Secret;
import java.util.List;

/**
 * A party 当事人 as the room knows it.
 *
 * @param personKeys identities that may act as this party
 * @param inRoom applicants from the start, respondents once the judge has let them in (rule RS5)
 */
public record RoomParty(String partyId, Party.Role role, Secret name, List<String> personKeys, boolean inRoom) {

    static RoomParty of(Party party) {
        return new RoomParty(
                party.partyId(), party.role(), party.name(), party.personKeys(), party.role() == Party.Role.APPLICANT);
    }

    RoomParty letIn() {
        return new RoomParty(partyId, role, name, personKeys, true);
    }
}
