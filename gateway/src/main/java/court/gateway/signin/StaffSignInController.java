package court.gateway.signin;

import court.gateway.session.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Staff sign in at the court's identity provider and come back with a code. */
@RestController
@RequestMapping("/api/v1/sessions/staff")
class StaffSignInController {

    private final IdentityProvider provider;
    private final SignInCookie cookie;
    private final SignInDesk desk;
    private final Clock clock;
    private final Scheduler blocking;

    StaffSignInController(
            IdentityProvider provider, SignInCookie cookie, SignInDesk desk, Clock clock, Scheduler blocking) {
        this.provider = provider;
        this.cookie = cookie;
        this.desk = desk;
        this.clock = clock;
        this.blocking = blocking;
    }

    @GetMapping
    @ResponseStatus(HttpStatus.FOUND)
    Mono<ResponseEntity<Void>> begin(@Parameter(hidden = true) ServerWebExchange exchange) {
        return provider.begin(exchange)
                .flatMap(request -> sealed(request)
                        .map(kept -> ResponseEntity.status(HttpStatus.FOUND)
                                .location(URI.create(request.getAuthorizationRequestUri()))
                                .header("Set-Cookie", kept.toString())
                                .build()));
    }

    @GetMapping("/callback")
    Mono<SignedIn> finish(
            @RequestParam Map<String, String> parameters, @Parameter(hidden = true) ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie.none());
        return Mono.fromCallable(
                        () -> cookie.read(exchange.getRequest().getCookies().getFirst(SignInCookie.NAME)))
                .subscribeOn(blocking)
                .map(begun -> begun.orElseThrow(SignInRefusal.START_AGAIN::because))
                .flatMap(begun -> provider.finish(begun, parameters))
                .map(StaffClaims::actor)
                .flatMap(desk::staff);
    }

    private Mono<ResponseCookie> sealed(OAuth2AuthorizationRequest request) {
        return Mono.fromCallable(() -> cookie.of(PendingSignIn.of(request, clock.instant())))
                .subscribeOn(blocking);
    }
}
