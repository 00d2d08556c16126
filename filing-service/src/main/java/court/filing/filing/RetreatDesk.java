package court.filing.filing;

import static court.platform.security.Role.CLERK;
import static court.platform.security.Role.PARTY;

import court.filing.application.Application;
import court.filing.filing.DiscardedDrafts.Discarded;
import court.filing.filing.Filing.Pending;
import court.filing.filing.Withdrawn.Withdrawal;
import court.platform.contract.Agent;
import court.platform.contract.Change;
import court.platform.json.Secret;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How who files can give it up: a draft is thrown away, what reached the court is taken back. */
@Service
class RetreatDesk {

    private final Filings filings;
    private final DiscardedDrafts drafts;
    private final Clock clock;

    RetreatDesk(Filings filings, DiscardedDrafts drafts, Clock clock) {
        this.filings = filings;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Who began a draft throws it away; what was typed and attached can never be read again. */
    Mono<Discarded> discard(Command command, UUID id) {
        command.actor().mustBe(PARTY, CLERK);
        return drafts.discard(command, id, clock.instant());
    }

    /** The applicant takes back what the court has not decided on. */
    Mono<FilingSummary> withdraw(Command command, UUID id, String reason) {
        Actor actor = command.actor().mustBe(PARTY, CLERK);
        Instant now = clock.instant();
        Withdrawal withdrawal =
                new Withdrawal(new Secret(id.toString(), reason), actor.is(CLERK) ? actor.id() : null, now);
        return filings.change(command, id, Pending.class, now, it -> Mono.just(withdrawn(actor, it, withdrawal)));
    }

    private static Change<Filing> withdrawn(Actor actor, Pending filing, Withdrawal withdrawal) {
        Application application = filing.application();
        if (application == null) {
            throw new IllegalStateException("nothing was handed in");
        }
        if (!actor.is(CLERK) && lacksAuthority(application, actor)) {
            throw FilingRefusal.WITHDRAWAL_NEEDS_AUTHORITY.because();
        }
        return Withdrawn.of(filing, application, withdrawal);
    }

    /** An agent by letter of authority gives nothing up without special authority (rule RF7). */
    private static boolean lacksAuthority(Application application, Actor actor) {
        return application.agent(actor).filter(it -> !it.may(Agent.Power.WAIVE)).isPresent();
    }
}
