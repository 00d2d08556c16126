package court.interaction.agent;

import court.platform.contract.Agent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.Party;
import court.platform.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agents named in the application for enforcement: they need not ask again, but the judge decides on them too. */
@Component
public class CarriedOver {

    private static final Actor PLATFORM = Actor.service("interaction");

    private final Mandates mandates;
    private final Clock clock;

    CarriedOver(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    /** Inside the unit that handles the acceptance, which has opened the room. */
    public Mono<Void> of(UUID caseId, CaseAccepted accepted) {
        List<String> applicants = accepted.parties().stream()
                .filter(it -> it.role() == Party.Role.APPLICANT)
                .map(Party::partyId)
                .toList();
        return Flux.fromIterable(accepted.agents())
                .concatMap(agent -> add(caseId, agent, applicants))
                .then();
    }

    private Mono<Mandate> add(UUID caseId, Agent agent, List<String> applicants) {
        List<String> represents =
                agent.represents().stream().filter(applicants::contains).toList();
        return represents.isEmpty()
                ? Mono.empty()
                : mandates.add(PLATFORM, caseId, Mandate.ask(asked(caseId, agent), represents));
    }

    private Asked asked(UUID caseId, Agent agent) {
        return new Asked(
                agent.agentId(),
                caseId,
                agent.personKey(),
                agent.kind(),
                agent.powers(),
                agent.name(),
                agent.firm(),
                agent.licence(),
                null,
                PLATFORM.id(),
                clock.instant());
    }
}
