package court.gateway.organisation;

import static court.platform.security.Role.PARTY;

import court.gateway.verification.IdentityAuthority;
import court.gateway.verification.Person;
import court.gateway.verification.Pseudonyms;
import court.platform.calendar.LegalCalendar;
import court.platform.identity.IdType;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the legal representative 法定代表人 of an organisation can do. */
@Component
class OrganisationDesk {

    private final Organisations organisations;
    private final IdentityAuthority authority;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    OrganisationDesk(Organisations organisations, IdentityAuthority authority, Pseudonyms pseudonyms, Clock clock) {
        this.organisations = organisations;
        this.authority = authority;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** A party shows that they are the legal representative; the authority must confirm it. */
    Mono<Organisations.Registered> register(
            Command command, @Nullable String name, @Nullable String creditCode, @Nullable PersonForm form) {
        command.actor().mustBe(PARTY);
        LocalDate today = LegalCalendar.dateOf(clock.instant());
        String organisation = PersonForm.name(name);
        String code = IdType.CREDIT_CODE.check(creditCode == null ? "" : creditCode, today);
        Person person = PersonForm.checked(form, today);
        return themself(command.actor(), person)
                .then(Mono.defer(() -> authority.confirm(organisation, code, person)))
                .then(Mono.defer(() -> pseudonyms.of(IdType.CREDIT_CODE, code)))
                .flatMap(key -> pseudonyms.in(command).flatMap(kept -> organisations.register(kept, key)));
    }

    private Mono<Void> themself(Actor actor, Person person) {
        return pseudonyms
                .of(person.idType(), person.idNumber())
                .filter(key -> key.equals(actor.personKey()))
                .switchIfEmpty(Mono.error(OrganisationRefusal.NOT_YOURSELF::because))
                .then();
    }

    /** The pseudonym under which a party represents organisations; refuses everybody else. */
    static String representative(Actor actor) {
        actor.mustBe(PARTY);
        if (actor.personKey() == null) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return actor.personKey();
    }
}
