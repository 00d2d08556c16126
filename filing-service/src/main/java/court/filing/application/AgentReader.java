package court.filing.application;

import static court.filing.application.ApplicationForm.each;
import static court.filing.application.PartyReader.blank;

import court.filing.application.ApplicationForm.AgentForm;
import court.filing.application.PersonReader.Identity;
import court.platform.contract.Agent;
import court.platform.contract.Party;
import court.platform.identity.IdType;
import court.platform.json.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who acts for the applicants by a letter of authority; the same person keeps the same agent id. */
final class AgentReader {

    private final FormCheck check;
    private final PersonReader people;
    private final List<@Nullable Party> applicants;
    private final List<Agent> known;
    private final Set<String> seen = new HashSet<>();

    AgentReader(FormCheck check, PersonReader people, List<@Nullable Party> applicants, List<Agent> known) {
        this.check = check;
        this.people = people;
        this.applicants = applicants;
        this.known = known;
    }

    List<Agent> read(List<AgentForm> forms) {
        return IntStream.range(0, forms.size())
                .mapToObj(i -> agent("/agents/" + i, forms.get(i)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable Agent agent(String at, AgentForm form) {
        Agent.Kind kind = check.choice(at + "/kind", form.kind(), Agent.Kind.class);
        String name = check.name(at + "/name", form.name());
        Identity who = people.identity(at, check.choice(at + "/idType", form.idType(), IdType.class), form.idNumber());
        String phone = people.phone(at + "/phone", form.phone());
        String firm = kind == Agent.Kind.LAWYER || !blank(form.firm()) ? check.name(at + "/firm", form.firm()) : null;
        String licence = kind == Agent.Kind.LAWYER
                ? check.code(at + "/licence", form.licence(), "[0-9]{17}", FormRefusal.NOT_A_LICENCE)
                : null;
        List<Agent.Power> powers = powers(at + "/powers", each(form.powers()));
        List<String> represents = represents(at + "/represents", each(form.represents()));
        if (kind == null || name == null || who == null || phone == null) {
            return null;
        }
        if (!seen.add(who.key())) {
            return check.fault(at, FormRefusal.SAME_AGENT_TWICE);
        }
        String id = agentId(who.key());
        return new Agent(
                id,
                kind,
                powers,
                represents,
                new Secret(id, name),
                who.type().name(),
                new Secret(id, who.number()),
                who.key(),
                new Secret(id, phone),
                firm == null ? null : new Secret(id, firm),
                licence);
    }

    private List<Agent.Power> powers(String at, List<String> named) {
        return IntStream.range(0, named.size())
                .mapToObj(i -> check.choice(at + "/" + i, named.get(i), Agent.Power.class))
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> represents(String at, List<Integer> positions) {
        List<Integer> all = positions.isEmpty()
                ? IntStream.range(0, applicants.size()).boxed().toList()
                : positions;
        return all.stream()
                .map(position -> partyAt(at, position))
                .filter(Objects::nonNull)
                .map(Party::partyId)
                .distinct()
                .toList();
    }

    private @Nullable Party partyAt(String at, @Nullable Integer position) {
        return position == null || position < 0 || position >= applicants.size()
                ? check.fault(at, FormRefusal.NO_SUCH_PARTY)
                : applicants.get(position);
    }

    private String agentId(String key) {
        return known.stream()
                .filter(agent -> agent.personKey().equals(key))
                .map(Agent::agentId)
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
