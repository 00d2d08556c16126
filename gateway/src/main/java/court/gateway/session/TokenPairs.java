package court.gateway.session;

import court.gateway.session.Mandates.Mandate;
import court.gateway.token.TokenMint;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Makes the pair of tokens a session goes on with. What somebody may act for is looked up anew for each pair. */
final class TokenPairs {

    private final SessionRows rows;
    private final Mandates mandates;
    private final TokenMint mint;
    private final Clock clock;

    TokenPairs(SessionRows rows, Mandates mandates, TokenMint mint, Clock clock) {
        this.rows = rows;
        this.mandates = mandates;
        this.mint = mint;
        this.clock = clock;
    }

    /** In the unit that opened or locked the session. */
    Mono<SignedIn> issue(UUID session, Actor actor) {
        RefreshToken refresh = RefreshToken.fresh();
        return rows.remember(refresh, session, clock.instant())
                .then(mandate(actor))
                .map(mandate -> pair(session, actor, mandate, refresh));
    }

    private Mono<Mandate> mandate(Actor actor) {
        return actor.personKey() == null ? Mono.just(Mandate.NONE) : mandates.of(actor.personKey());
    }

    private SignedIn pair(UUID session, Actor actor, Mandate mandate, RefreshToken refresh) {
        Instant now = clock.instant();
        Instant full = now.plus(TokenMint.LASTS);
        Instant until = mandate.until() != null && mandate.until().isBefore(full) ? mandate.until() : full;
        Actor acting = actor.actingFor(mandate.organisations());
        return new SignedIn(
                mint.person(acting, session, until),
                refresh.text(),
                "Bearer",
                Duration.between(now, until).toSeconds());
    }
}
