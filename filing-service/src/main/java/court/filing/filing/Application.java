package court.filing.filing;

import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Party;
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

    /** Whether this identity may act for one of the applicants. */
    boolean isApplicant(String personKey) {
        return parties.stream()
                .anyMatch(party -> party.role() == Party.Role.APPLICANT
                        && party.personKeys().contains(personKey));
    }
}
