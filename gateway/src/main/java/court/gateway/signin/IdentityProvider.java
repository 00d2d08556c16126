package court.gateway.signin;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The court's identity provider, spoken to by OpenID Connect: code flow with PKCE, state and nonce. It is looked up when
 * first needed, so that parties can sign in while it is away. The ID token alone tells who somebody is; its times are
 * the provider's real ones, whatever our clock was moved to for trials.
 */
@Component
class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final String ID = "staff";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mono<ClientRegistration> registration;
    private final DefaultServerOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeReactiveAuthenticationManager answers;

    IdentityProvider(ProviderProperties properties, Scheduler blocking) {
        registration = Mono.fromCallable(() -> discover(properties))
                .subscribeOn(blocking)
                .cache(found -> Duration.ofMinutes(10), failure -> Duration.ZERO, () -> Duration.ZERO);
        requests = new DefaultServerOAuth2AuthorizationRequestResolver(id -> registration);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        answers = new OidcAuthorizationCodeReactiveAuthenticationManager(
                new WebClientReactiveAuthorizationCodeTokenResponseClient(),
                request -> Mono.just(new DefaultOidcUser(null, request.getIdToken())));
    }

    private static ClientRegistration discover(ProviderProperties properties) {
        return ClientRegistrations.fromOidcIssuerLocation(properties.issuer())
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .redirectUri(properties.redirect())
                .scope("openid")
                .build();
    }

    /** Where to send the browser, and what to remember until it comes back. */
    Mono<OAuth2AuthorizationRequest> begin(ServerWebExchange exchange) {
        return requests.resolve(exchange, ID).timeout(PATIENCE).onErrorMap(IdentityProvider::refusal);
    }

    /** Who it was, as the provider vouches; checks state, exchanges the code, checks the ID token and its nonce. */
    Mono<OidcUser> finish(PendingSignIn pending, Map<String, String> parameters) {
        return registration
                .flatMap(provider -> answers.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                        provider, new OAuth2AuthorizationExchange(pending.request(provider), answer(parameters)))))
                .mapNotNull(Authentication::getPrincipal)
                .cast(OidcUser.class)
                .timeout(PATIENCE)
                .onErrorMap(IdentityProvider::refusal);
    }

    private static OAuth2AuthorizationResponse answer(Map<String, String> parameters) {
        String error = parameters.get("error");
        String code = parameters.getOrDefault("code", "");
        if (error == null && code.isEmpty()) {
            throw SignInRefusal.START_AGAIN.because();
        }
        var answer =
                error == null ? OAuth2AuthorizationResponse.success(code) : OAuth2AuthorizationResponse.error(error);
        return answer.state(parameters.getOrDefault("state", ""))
                .redirectUri("unused")
                .build();
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof court.platform.model.Refused) {
            return failure;
        }
        OAuth2Error error = failure instanceof OAuth2AuthenticationException unauthenticated
                ? unauthenticated.getError()
                : failure instanceof OAuth2AuthorizationException unauthorized ? unauthorized.getError() : null;
        if (error != null) {
            LOG.info("the identity provider did not confirm a sign-in: {}", error.getErrorCode());
            return SignInRefusal.NOT_CONFIRMED.because();
        }
        LOG.warn("the identity provider is away", failure);
        return SignInRefusal.PROVIDER_AWAY.because();
    }
}
