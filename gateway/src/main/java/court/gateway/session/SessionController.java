package court.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Role;
import io.swagger.v3.oas.annotations.Parameter;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own session: who am I, go on, sign out. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Who is signed in, without anything protected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(String id, List<Role> roles, @Nullable String court) {}

    record Refresh(@Nullable String refreshToken) {}

    @GetMapping("/current")
    Me me(Actor actor) {
        return new Me(actor.id(), actor.roles().stream().sorted().toList(), actor.court());
    }

    @PostMapping("/refresh")
    Mono<SignedIn> refresh(@RequestBody Refresh request) {
        String token = request.refreshToken();
        return token == null || token.isBlank()
                ? Mono.error(SessionRefusal.ENDED::because)
                : sessions.refresh(new RefreshToken(token));
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(Actor actor, @Parameter(hidden = true) Principal caller) {
        if (caller instanceof JwtAuthenticationToken token) {
            return sessions.end(UUID.fromString(token.getToken().getClaimAsString("sid")), "SIGNED_OUT");
        }
        return Mono.error(AccessRefusal.SIGN_IN_NEEDED::because);
    }
}
