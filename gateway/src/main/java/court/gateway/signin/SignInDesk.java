package court.gateway.signin;

import court.gateway.session.Sessions;
import court.gateway.session.SignedIn;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.vault.PersonKey;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Where everybody signs in, however their identity was established: from here on all ways are one. */
@Component
class SignInDesk {

    private final PersonKey pseudonyms;
    private final Accounts accounts;
    private final Sessions sessions;
    private final WriteUnit unit;
    private final Scheduler blocking;

    SignInDesk(PersonKey pseudonyms, Accounts accounts, Sessions sessions, WriteUnit unit, Scheduler blocking) {
        this.pseudonyms = pseudonyms;
        this.accounts = accounts;
        this.sessions = sessions;
        this.unit = unit;
        this.blocking = blocking;
    }

    /** A party, whose identity was verified. */
    Mono<SignedIn> party(VerifiedIdentity identity) {
        return Mono.fromCallable(() -> pseudonyms.of(identity.type().name(), identity.number()))
                .subscribeOn(blocking)
                .flatMap(person -> unit.run(() -> accounts.of(person)
                        .map(id -> new Actor(id.toString(), Set.of(Role.PARTY), null, person))
                        .flatMap(sessions::open)));
    }

    /** A member of the court's staff, whom the court's identity provider vouches for. */
    Mono<SignedIn> staff(Actor member) {
        return sessions.open(member);
    }
}
