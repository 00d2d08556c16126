package court.platform.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers for a short time whose signature was found good, so that the next request with the very same token costs no
 * second check of it. All that a token must fulfil besides, its expiry first, is looked at each time.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

    static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;
    private final LongSupplier nanoTime;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, false) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(Jwt token, long since) {}

    /**
     * A decoder in front of another.
     *
     * @param decoder checks the signature, and the rules too
     * @param rules looked at again when the signature is remembered
     */
    RememberedTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> rules, LongSupplier nanoTime) {
        this.decoder = decoder;
        this.rules = rules;
        this.nanoTime = nanoTime;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt remembered = find(token);
        return remembered == null
                ? decoder.decode(token).doOnNext(it -> remember(token, it))
                : Mono.fromCallable(() -> ruled(remembered));
    }

    private Jwt ruled(Jwt token) {
        OAuth2TokenValidatorResult result = rules.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("no longer good", result.getErrors());
        }
        return token;
    }

    private synchronized @Nullable Jwt find(String token) {
        Known found = known.get(token);
        if (found == null) {
            return null;
        }
        if (nanoTime.getAsLong() - found.since() >= REMEMBERED.toNanos()) {
            known.remove(token);
            return null;
        }
        return found.token();
    }

    private synchronized void remember(String token, Jwt decoded) {
        known.put(token, new Known(decoded, nanoTime.getAsLong()));
    }
}
