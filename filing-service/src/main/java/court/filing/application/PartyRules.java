package court.filing.application;

import court.platform.contract.Agent;
import court.platform.contract.Claim;
import court.platform.contract.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What parties of one application must be to each other, to their agents and to the claim. */
final class PartyRules {

    private final FormCheck check;
    private final @Nullable Claim claim;
    private final List<Agent> agents;

    PartyRules(FormCheck check, @Nullable Claim claim, List<Agent> agents) {
        this.check = check;
        this.claim = claim;
        this.agents = agents;
    }

    void check(List<@Nullable Party> applicants, List<@Nullable Party> respondents) {
        distinct("/applicants", applicants);
        distinct("/respondents", respondents);
        Set<String> own = applicants.stream()
                .filter(Objects::nonNull)
                .map(Party::personKey)
                .collect(Collectors.toSet());
        for (int i = 0; i < respondents.size(); i++) {
            Party party = respondents.get(i);
            if (party != null && own.contains(party.personKey())) {
                check.fault("/respondents/" + i, FormRefusal.OWN_RESPONDENT);
            }
        }
        for (int i = 0; i < applicants.size(); i++) {
            account("/applicants/" + i + "/account", applicants.get(i));
        }
    }

    private void distinct(String pointer, List<@Nullable Party> side) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < side.size(); i++) {
            Party party = side.get(i);
            if (party != null && !seen.add(party.personKey())) {
                check.fault(pointer + "/" + i, FormRefusal.SAME_PARTY_TWICE);
            }
        }
    }

    /**
     * In a money case each applicant names an account, and it is their own (rule RS16), or that of an agent who may collect
     * money (rule RF7).
     */
    private void account(String pointer, @Nullable Party applicant) {
        if (applicant == null || claim == null || claim.kind() != Claim.Kind.MONEY) {
            return;
        }
        Party.Account account = applicant.account();
        if (account == null) {
            check.fault(pointer, FormRefusal.MISSING);
        } else if (!account.holder().reveal().equals(applicant.name().reveal())
                && !collects(applicant, account.holder().reveal())) {
            check.fault(pointer + "/holder", FormRefusal.ACCOUNT_OF_ANOTHER);
        }
    }

    private boolean collects(Party applicant, String holder) {
        Party.Representative guardian = applicant.guardian();
        boolean byLaw = guardian != null && guardian.name().reveal().equals(holder);
        return byLaw
                || agents.stream()
                        .filter(agent -> agent.represents().contains(applicant.partyId()))
                        .filter(agent -> agent.may(Agent.Power.COLLECT))
                        .anyMatch(agent -> agent.name().reveal().equals(holder)
                                || firm(agent).equals(holder));
    }

    private static String firm(Agent agent) {
        var firm = agent.firm();
        return firm == null ? "" : firm.reveal();
    }
}
