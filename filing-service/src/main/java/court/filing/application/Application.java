package court.filing.application;

import court.platform.contract.Agent;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Clue;
import court.platform.contract.Party;
import court.platform.security.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complete application 执行申请: everything the court must know to decide.
 *
 * @param enteredBy staff id of the clerk who entered it
 */
public record Application(
        String courtCode,
        Channel channel,
        List<Party> parties,
        List<Agent> agents,
        Claim claim,
        Basis basis,
        List<Clue> clues,
        @Nullable String enteredBy) {

    /** Party ids of the applicants: who is told about the filing. */
    public List<String> applicants() {
        return parties.stream()
                .filter(party -> party.role() == Party.Role.APPLICANT)
                .map(Party::partyId)
                .toList();
    }

    /** The basis's number in one form, for finding others that rest on it. */
    public String basisKey() {
        return TextForm.code(basis.number())
                .replace('〔', '(')
                .replace('〕', ')')
                .replace('[', '(')
                .replace(']', ')');
    }

    /** Whether this person is, or acts for, one of the applicants, by law, by mandate or by letter of authority. */
    public boolean isApplicant(Actor actor) {
        return isParty(actor) || agent(actor).isPresent();
    }

    private boolean isParty(Actor actor) {
        return parties.stream()
                .anyMatch(party -> party.role() == Party.Role.APPLICANT
                        && actor.memberNames().stream().anyMatch(party.personKeys()::contains));
    }

    /** As whom this person acts, when it is by letter of authority only. */
    public Optional<Agent> agent(Actor actor) {
        return isParty(actor)
                ? Optional.empty()
                : agents.stream()
                        .filter(agent -> agent.personKey().equals(actor.personKey()))
                        .findFirst();
    }
}
