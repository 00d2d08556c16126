package court.gateway.session;

import court.gateway.token.TokenMint;
import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * All sessions. A session lives through a chain of refresh tokens, each good once; an old one coming back means that two
 * hold the chain, so the session ends for both (RFC 9700 §4.14.2).
 */
public final class Sessions {

    private final SessionRows rows;
    private final RevokedSessions revoked;
    private final WriteUnit unit;
    private final TokenMint mint;
    private final Clock clock;

    Sessions(SessionRows rows, RevokedSessions revoked, WriteUnit unit, TokenMint mint, Clock clock) {
        this.rows = rows;
        this.revoked = revoked;
        this.unit = unit;
        this.mint = mint;
        this.clock = clock;
    }

    /** Opens a session for somebody whose identity was established. Call it inside a write unit of its own or none. */
    public Mono<SignedIn> open(Actor actor) {
        Instant now = clock.instant();
        UUID id = Uuid7.at(now);
        return unit.run(() -> rows.insert(id, actor, now).then(issue(id, actor)));
    }

    /** The next pair of tokens for a refresh token that was not used before. */
    Mono<SignedIn> refresh(RefreshToken token) {
        return unit.run(() -> rows.spend(token, clock.instant()).flatMap(this::next))
                .switchIfEmpty(Mono.defer(() -> punish(token)))
                .map(pair -> pair.orElseThrow(SessionRefusal.ENDED::because));
    }

    /** Ends a session: its access tokens are refused at once, its refresh tokens are worth nothing. */
    Mono<Void> end(UUID id, String because) {
        Instant now = clock.instant();
        return unit.run(() -> rows.revoke(id, because, now))
                .doOnSuccess(done -> revoked.add(id, now))
                .then();
    }

    private Mono<Optional<SignedIn>> next(UUID id) {
        return rows.live(id, clock.instant())
                .flatMap(actor -> issue(id, actor))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<SignedIn> issue(UUID id, Actor actor) {
        RefreshToken refresh = RefreshToken.fresh();
        return rows.remember(refresh, id, clock.instant())
                .thenReturn(
                        new SignedIn(mint.person(actor, id), refresh.text(), "Bearer", TokenMint.LASTS.toSeconds()));
    }

    /** Unknown, ended and reused tokens are refused alike; only the last has a consequence. */
    private Mono<Optional<SignedIn>> punish(RefreshToken token) {
        return rows.sessionOfUsed(token)
                .flatMap(id -> end(id, "REFRESH_TOKEN_REUSED"))
                .thenReturn(Optional.empty());
    }
}
