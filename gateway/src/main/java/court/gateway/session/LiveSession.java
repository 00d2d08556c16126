package court.gateway.session;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A token is good only as long as its session. */
final class LiveSession implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2TokenValidatorResult ENDED =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "the session ended", null));

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RevokedSessions revoked;

    LiveSession(RevokedSessions revoked) {
        this.revoked = revoked;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String session = token.getClaimAsString("sid");
        boolean live =
                session != null && UUID_TEXT.matcher(session).matches() && !revoked.contains(UUID.fromString(session));
        return live ? OAuth2TokenValidatorResult.success() : ENDED;
    }
}
