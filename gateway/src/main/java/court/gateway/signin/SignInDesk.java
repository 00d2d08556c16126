package court.gateway.signin;

import court.gateway.session.Sessions;
import court.gateway.session.SignedIn;
import court.gateway.verification.Pseudonyms;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Role;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where everybody signs in, however their identity was established: from here on all ways are one. */
@Component
class SignInDesk {

    private final Pseudonyms pseudonyms;
    private final Accounts accounts;
    private final Sessions sessions;
    private final WriteUnit unit;

    SignInDesk(Pseudonyms pseudonyms, Accounts accounts, Sessions sessions, WriteUnit unit) {
        this.pseudonyms = pseudonyms;
        this.accounts = accounts;
        this.sessions = sessions;
        this.unit = unit;
    }

    /** A party, whose identity was verified. */
    Mono<SignedIn> party(VerifiedIdentity identity) {
        return party(identity, Mono::just);
    }

    /**
     * A party, whose identity was verified.
     *
     * @param also what is written in the same unit, given who it is: all of it or nothing; gives who signs in
     */
    Mono<SignedIn> party(VerifiedIdentity identity, Function<Actor, Mono<Actor>> also) {
        return pseudonyms
                .of(identity.type(), identity.number())
                .flatMap(person -> unit.run(() -> accounts.of(person)
                        .map(id -> new Actor(id.toString(), Set.of(Role.PARTY), null, person))
                        .flatMap(also)
                        .flatMap(sessions::open)));
    }

    /** A party who was verified before and is known by what they signed in with. */
    Mono<SignedIn> known(Actor party) {
        return sessions.open(party);
    }

    /** A member of the court's staff, whom the court's identity provider vouches for. */
    Mono<SignedIn> staff(Actor member) {
        return sessions.open(member);
    }
}
