package court.gateway.signin;

import court.gateway.session.SignedIn;
import court.platform.model.Refused;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
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

    /** Tokens: as JSON for programs, for a browser on a page that keeps them in its tab. */
    @GetMapping("/callback")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SignedIn.class)))
    Mono<ResponseEntity<Object>> finish(
            @RequestParam Map<String, String> parameters, @Parameter(hidden = true) ServerWebExchange exchange) {
        Mono<SignedIn> member = member(parameters, exchange);
        if (!asksForAPage(exchange)) {
            return member.map(ResponseEntity::ok);
        }
        return member.map(ReturnPage::of)
                .onErrorResume(
                        Refused.class,
                        why -> Mono.just(ReturnPage.of(
                                HttpStatusCode.valueOf(why.refusal().kind().status()), why.detail())));
    }

    /** Browsers name HTML when they go to an address; programs do not. */
    private static boolean asksForAPage(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private Mono<SignedIn> member(Map<String, String> parameters, ServerWebExchange exchange) {
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
