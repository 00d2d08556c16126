package court.gateway.signin;

import court.gateway.session.SignedIn;
import court.platform.identity.IdType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Lets a party sign in by their own word, for trials. Everything after it is what WeChat's verified identity goes through.
 * Production refuses to start with it.
 */
@RestController
@ConditionalOnBooleanProperty("court.signin.development")
class DevelopmentSignInController {

    private final SignInDesk desk;
    private final Clock clock;

    DevelopmentSignInController(SignInDesk desk, Clock clock, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("court.signin.development believes anybody: not in production");
        }
        this.desk = desk;
        this.clock = clock;
    }

    record Claimed(
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            @Nullable String phone) {

        @Override
        public String toString() {
            return "Claimed";
        }
    }

    @PostMapping("/api/v1/sessions/development")
    Mono<SignedIn> signIn(@RequestBody Claimed claimed) {
        return desk.party(verified(claimed));
    }

    private VerifiedIdentity verified(Claimed claimed) {
        SignInForm.name(claimed.name());
        SignInForm.phone(claimed.phone());
        return SignInForm.identity(claimed.idType(), claimed.idNumber(), clock.instant());
    }
}
