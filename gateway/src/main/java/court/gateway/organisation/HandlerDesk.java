package court.gateway.organisation;

import static court.gateway.organisation.OrganisationDesk.representative;

import court.gateway.verification.IdentityAuthority;
import court.gateway.verification.Person;
import court.gateway.verification.Pseudonyms;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Page;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the legal representative does about who else may act for the organisation. */
@Component
class HandlerDesk {

    private final Organisations organisations;
    private final Handlers handlers;
    private final IdentityAuthority authority;
    private final Pseudonyms pseudonyms;

    HandlerDesk(Organisations organisations, Handlers handlers, IdentityAuthority authority, Pseudonyms pseudonyms) {
        this.organisations = organisations;
        this.handlers = handlers;
        this.authority = authority;
        this.pseudonyms = pseudonyms;
    }

    /** The representative authorises a person, who must exist: a mistyped number would let a stranger in. */
    Mono<Handlers.Line> appoint(Command command, UUID organisation, Person person, HandlerTerm term) {
        String representative = representative(command.actor());
        return organisations
                .get(organisation, representative)
                .then(Mono.defer(() -> authority.confirm(person, null)))
                .then(Mono.defer(() -> pseudonyms.of(person.idType(), person.idNumber())))
                .zipWith(pseudonyms.in(command))
                .flatMap(it -> handlers.appoint(
                        it.getT2(), organisations.lock(organisation, representative), it.getT1(), term));
    }

    /** The representative takes an authority back. */
    Mono<Void> revoke(Actor actor, UUID organisation, UUID handler) {
        return organisations
                .get(organisation, representative(actor))
                .then(Mono.defer(() -> handlers.revoke(organisation, handler, actor.id())));
    }

    /** The representative sees whom they authorised, without names: none are kept. */
    Mono<Page<Handlers.Line>> list(Actor actor, UUID organisation, UUID before, int size) {
        return organisations
                .get(organisation, representative(actor))
                .then(Mono.defer(() -> handlers.list(organisation, before, size + 1)))
                .map(lines -> Page.of(lines, size, line -> line.id().toString()));
    }
}
