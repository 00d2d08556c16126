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

    /** Civil Procedure Law art. 61. */
    private static final int MOST_AGENTS = 2;

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
        agents(applicants, respondents);
    }

    private void agents(List<@Nullable Party> applicants, List<@Nullable Party> respondents) {
        for (@Nullable Party party : respondents) {
            if (party != null && agents.stream().map(Agent::personKey).anyMatch(party.personKeys()::contains)) {
                check.fault("/agents", FormRefusal.AGENT_OF_OTHER_SIDE);
            }
        }
        for (@Nullable Party party : applicants) {
            if (party != null && hasTooManyAgents(party.partyId())) {
                check.fault("/agents", FormRefusal.TOO_MANY_AGENTS, MOST_AGENTS);
            }
        }
    }

    private boolean hasTooManyAgents(String partyId) {
        return agents.stream()
                        .filter(agent -> agent.represents().contains(partyId))
                        .count()
                > MOST_AGENTS;
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
        } else if (!TextForm.same(account.holder().reveal(), applicant.name().reveal())
                && !collects(applicant, account.holder().reveal())) {
            check.fault(pointer + "/holder", FormRefusal.ACCOUNT_OF_ANOTHER);
        }
    }

    private boolean collects(Party applicant, String holder) {
        Party.Representative guardian = applicant.guardian();
        boolean byLaw = guardian != null && TextForm.same(guardian.name().reveal(), holder);
        return byLaw
                || agents.stream()
                        .filter(agent -> agent.represents().contains(applicant.partyId()))
                        .filter(agent -> agent.may(Agent.Power.COLLECT))
                        .anyMatch(agent ->
                                TextForm.same(agent.name().reveal(), holder) || TextForm.same(firm(agent), holder));
    }

    private static String firm(Agent agent) {
        var firm = agent.firm();
        return firm == null ? "" : firm.reveal();
    }
}
