package court.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A token is good only as long as its session, and to the second: an authority that ended lives on in no tolerance of clocks. */
final class LiveSession implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2TokenValidatorResult ENDED =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "the session ended", null));

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RevokedSessions revoked;
    private final Clock clock;

    LiveSession(RevokedSessions revoked, Clock clock) {
        this.revoked = revoked;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String session = token.getClaimAsString("sid");
        Instant end = token.getExpiresAt();
        boolean live = session != null
                && end != null
                && clock.instant().isBefore(end)
                && UUID_TEXT.matcher(session).matches()
                && !revoked.contains(UUID.fromString(session));
        return live ? OAuth2TokenValidatorResult.success() : ENDED;
    }
}
