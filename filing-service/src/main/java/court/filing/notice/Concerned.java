package court.filing.notice;

import court.platform.contract.Agent;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.notification.Salutation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the applicants' side who is prompted.
 *
 * @param id party id or agent id
 * @param called as prompts address them, such as 张某
 * @param personKeys the identities that may act as them
 */
public record Concerned(
        String id,
        String called,
        List<String> personKeys,
        @Nullable Secret phone) {

    /** The applicants and who acts for them by letter of authority. */
    public static List<Concerned> applicants(List<Party> parties, List<Agent> agents) {
        List<Party> applicants = parties.stream()
                .filter(party -> party.role() == Party.Role.APPLICANT)
                .toList();
        List<String> ids = applicants.stream().map(Party::partyId).toList();
        return Stream.concat(
                        applicants.stream().map(Concerned::of),
                        agents.stream()
                                .filter(agent -> agent.represents().stream().anyMatch(ids::contains))
                                .map(Concerned::of))
                .toList();
    }

    private static Concerned of(Party party) {
        return new Concerned(
                party.partyId(),
                party.kind() == Party.Kind.ORGANISATION ? Salutation.ofOrganisation() : called(party.name()),
                party.personKeys(),
                party.phone());
    }

    private static Concerned of(Agent agent) {
        return new Concerned(agent.agentId(), called(agent.name()), List.of(agent.personKey()), agent.phone());
    }

    private static String called(Secret name) {
        return Salutation.ofPerson(name.destroyed() ? "" : name.reveal());
    }
}
