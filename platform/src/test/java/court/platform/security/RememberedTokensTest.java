package court.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

class RememberedTokensTest {

    private static final Instant ISSUED = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant EXPIRES = ISSUED.plus(Duration.ofMinutes(15));

    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> now = new AtomicReference<>(ISSUED.plusSeconds(1));
    private final RememberedTokens tokens =
            new RememberedTokens(this::check, TokenRules.claims("issuer", new Now(now), "platform"), nanos::get);

    /** Takes "good" and nothing else, as a check of signatures would. */
    private Mono<Jwt> check(String token) {
        checked.incrementAndGet();
        return token.equals("good") ? Mono.just(jwt()) : Mono.error(new BadJwtException("signature"));
    }

    @Test
    void aSignatureIsCheckedOnceForAWhile() {
        decode("good");
        decode("good");

        assertThat(checked).hasValue(1);

        nanos.addAndGet(RememberedTokens.REMEMBERED.toNanos());
        decode("good");

        assertThat(checked).hasValue(2);
    }

    @Test
    void aRememberedTokenThatExpiredIsRefused() {
        decode("good");
        now.set(EXPIRES.plus(Duration.ofMinutes(2)));

        assertThatThrownBy(() -> decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void whatWasRefusedIsCheckedAgainAndRefusedAgain() {
        decode("good");

        assertThatThrownBy(() -> decode("goof")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decode("goof")).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasValue(3);
    }

    private void decode(String token) {
        assertThat(tokens.decode(token).block()).isNotNull();
    }

    private static Jwt jwt() {
        return Jwt.withTokenValue("good")
                .header("typ", "at+jwt")
                .issuer("issuer")
                .audience(List.of("platform"))
                .issuedAt(ISSUED)
                .expiresAt(EXPIRES)
                .build();
    }

    /** A clock that is set by hand. */
    private static final class Now extends Clock {

        private final AtomicReference<Instant> now;

        private Now(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
