package court.gateway.signin;

import court.platform.vault.KeyPort;
import court.platform.vault.SealBroken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a begun sign-in in the browser that began it, sealed and for minutes only. So any gateway can finish it, none
 * has to store it, and a callback brought to another browser finds nothing.
 */
@Component
class SignInCookie {

    static final String NAME = "staff-sign-in";
    private static final String PATH = "/api/v1/sessions/staff";
    private static final byte[] CONTEXT = "gateway staff sign-in".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyPort safe;
    private final Clock clock;
    private final boolean secure;

    SignInCookie(KeyPort safe, Clock clock, ProviderProperties provider) {
        this.safe = safe;
        this.clock = clock;
        this.secure = provider.redirect().startsWith("https:");
    }

    ResponseCookie of(PendingSignIn pending) {
        byte[] sealed = safe.wrap(JSON.writeValueAsBytes(pending), CONTEXT);
        return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), PendingSignIn.LASTS);
    }

    /** Takes the cookie away. */
    ResponseCookie none() {
        return cookie("", Duration.ZERO);
    }

    /** The sign-in this browser began; empty when there is none, it is too old, or somebody made it up. */
    Optional<PendingSignIn> read(@Nullable HttpCookie cookie) {
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cookie.getValue());
            PendingSignIn pending = JSON.readValue(safe.unwrap(sealed, CONTEXT), PendingSignIn.class);
            return Optional.of(pending).filter(it -> clock.instant().isBefore(it.until()));
        } catch (IllegalArgumentException | SealBroken | JacksonException madeUp) {
            return Optional.empty();
        }
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .path(PATH)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}
