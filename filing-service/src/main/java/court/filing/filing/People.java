package court.filing.filing;

import court.filing.application.Application;
import court.platform.contract.Agent;
import court.platform.contract.Party;
import court.platform.json.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom the court can reach about a filing 联系方式: parties and agents with what they gave. */
record People(List<Contact> contacts) {

    /**
     * One of them.
     *
     * @param id party id or agent id
     * @param role APPLICANT, RESPONDENT or AGENT
     */
    record Contact(
            String id,
            String role,
            String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String email) {}

    static People of(Filing filing) {
        Application application = filing.application();
        return application == null
                ? new People(List.of())
                : new People(Stream.concat(
                                application.parties().stream().map(People::contact),
                                application.agents().stream().map(People::contact))
                        .toList());
    }

    private static Contact contact(Party party) {
        Party.Service service = party.service();
        return new Contact(
                party.partyId(),
                party.role().name(),
                party.name().reveal(),
                text(party.phone()),
                text(party.address()),
                service == null ? null : text(service.email()));
    }

    private static Contact contact(Agent agent) {
        return new Contact(
                agent.agentId(), "AGENT", agent.name().reveal(), agent.phone().reveal(), text(agent.firm()), null);
    }

    private static @Nullable String text(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }

    void mustHave(String id) {
        if (contacts.stream().noneMatch(contact -> contact.id().equals(id))) {
            throw FilingRefusal.NOTE_INCOMPLETE.because();
        }
    }
}
