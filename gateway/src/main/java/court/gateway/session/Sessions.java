package court.gateway.session;

import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * All sessions. A session lives through a chain of refresh tokens, each good once; an old one coming back means that two
 * hold the chain, so the session ends for both (RFC 9700 §4.14.2).
 */
public final class Sessions {

    private final SessionRows rows;
    private final RevokedSessions revoked;
    private final WriteUnit unit;
    private final TokenPairs pairs;
    private final Clock clock;

    Sessions(SessionRows rows, RevokedSessions revoked, WriteUnit unit, TokenPairs pairs, Clock clock) {
        this.rows = rows;
        this.revoked = revoked;
        this.unit = unit;
        this.pairs = pairs;
        this.clock = clock;
    }

    /** Opens a session for somebody whose identity was established. Call it inside a write unit of its own or none. */
    public Mono<SignedIn> open(Actor actor) {
        Instant now = clock.instant();
        UUID id = Uuid7.at(now);
        return unit.run(() -> rows.insert(id, actor, now).then(pairs.issue(id, actor)));
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

    /**
     * Takes something from a person and ends all their sessions, as one. Their sessions are locked before, and looked up
     * again after the change, which waits for tokens being made: so none that still grants it is left.
     */
    public <T> Mono<T> cut(String personKey, String because, Supplier<Mono<T>> change) {
        Instant now = clock.instant();
        return unit.run(() -> rows.lockOf(personKey)
                        .then(Mono.defer(change))
                        .flatMap(done -> rows.revokeOf(personKey, because, now).map(ended -> new Cut<>(done, ended))))
                .doOnNext(cut -> cut.sessions().forEach(id -> revoked.add(id, now)))
                .map(Cut::done);
    }

    private record Cut<T>(T done, List<UUID> sessions) {}

    private Mono<Optional<SignedIn>> next(UUID id) {
        return rows.live(id, clock.instant())
                .flatMap(actor -> pairs.issue(id, actor))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Unknown, ended and reused tokens are refused alike; only the last has a consequence. */
    private Mono<Optional<SignedIn>> punish(RefreshToken token) {
        return rows.sessionOfUsed(token)
                .flatMap(id -> end(id, "REFRESH_TOKEN_REUSED"))
                .thenReturn(Optional.empty());
    }
}
