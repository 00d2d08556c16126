package court.filing.filing;

import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Party;
import court.platform.security.Actor;
import java.util.List;

/** A complete application 执行申请: everything the court must know to decide. */
record Application(String courtCode, String channel, List<Party> parties, Claim claim, Basis basis) {

    /** Party ids of the applicants: who is told about the filing. */
    List<String> applicants() {
        return parties.stream()
                .filter(party -> party.role() == Party.Role.APPLICANT)
                .map(Party::partyId)
                .toList();
    }

    /** Whether this person is, or acts for, one of the applicants. */
    boolean isApplicant(Actor actor) {
        return parties.stream()
                .anyMatch(party -> party.role() == Party.Role.APPLICANT
                        && actor.memberNames().stream().anyMatch(party.personKeys()::contains));
    }
}
