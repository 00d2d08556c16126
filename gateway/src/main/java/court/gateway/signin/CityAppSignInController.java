package court.gateway.signin;

import court.gateway.cityapp.CityApp;
import court.gateway.cityapp.HandOver;
import court.gateway.session.SignedIn;
import court.platform.security.Via;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Parties come in from the city app 随申办, which has verified who they are. */
@RestController
class CityAppSignInController {

    private final CityApp app;
    private final SignInDesk desk;
    private final Clock clock;

    CityAppSignInController(CityApp app, SignInDesk desk, Clock clock) {
        this.app = app;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param token what the app signed; good once, five minutes at most */
    record HandedOver(@Nullable String token) {

        @Override
        public String toString() {
            return "HandedOver";
        }
    }

    /** Signs in whom the token hands over, and uses it up with that. */
    @PostMapping("/api/v1/sessions/suishenban")
    Mono<SignedIn> signIn(@RequestBody HandedOver handedOver) {
        return app.read(handedOver.token())
                .flatMap(it -> desk.party(verified(it), party -> app.spend(it).thenReturn(party.via(Via.SUISHENBAN))));
    }

    private VerifiedIdentity verified(HandOver it) {
        SignInForm.name(it.name());
        SignInForm.phone(it.phone());
        return SignInForm.identity(it.idType(), it.idNumber(), clock.instant());
    }
}
