package court.filing.application;

import court.platform.contract.Agent;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Clue;
import court.platform.contract.Party;
import court.platform.contract.Posting;
import court.platform.security.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complete application 执行申请: everything the court must know to decide.
 *
 * @param enteredBy staff id of the clerk who entered it
 * @param posting when it was posted and arrived, if it came by mail
 */
public record Application(
        String courtCode,
        Channel channel,
        List<Party> parties,
        List<Agent> agents,
        Claim claim,
        Basis basis,
        List<Clue> clues,
        @Nullable String enteredBy,
        @Nullable Posting posting) {

    /** The day that counts for whether it is in time: that of posting, for what came by mail (rule K1). */
    public LocalDate handedInOn(LocalDate today) {
        return posting == null ? today : posting.postedOn();
    }

    /** The day from which the court's own term runs: that of arrival (rule RF1). */
    public LocalDate arrivedOn(LocalDate today) {
        return posting == null ? today : posting.receivedOn();
    }

    /** Party ids of the applicants: who is told about the filing. */
    public List<String> applicants() {
        return of(Party.Role.APPLICANT);
    }

    /** Party ids of one side. */
    public List<String> of(Party.Role side) {
        return parties.stream()
                .filter(party -> party.role() == side)
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

    /**
     * Whether the same is asked for as before. Interest that a formula goes on adding is no change of the claim.
     *
     * @param today the day the interest runs to
     */
    public boolean asksTheSameAs(Application before, LocalDate today) {
        return claim.equals(before.claim()) || claim.equals(SimpleInterest.grown(before.claim(), today));
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
