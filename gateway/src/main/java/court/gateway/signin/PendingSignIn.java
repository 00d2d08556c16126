package court.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A sign-in that was begun and has not come back from the identity provider.
 *
 * @param state must come back unchanged (RFC 6749 §10.12)
 * @param nonce must stand, hashed, in the ID token (OpenID Connect Core §3.1.2.1)
 * @param verifier proves to the provider that who brings the code began the sign-in (RFC 7636)
 */
record PendingSignIn(String state, String nonce, String verifier, Instant until) {

    static final Duration LASTS = Duration.ofMinutes(10);

    static PendingSignIn of(OAuth2AuthorizationRequest request, Instant now) {
        return new PendingSignIn(
                Objects.requireNonNull(request.getState()),
                Objects.requireNonNull(request.<String>getAttribute("nonce")),
                Objects.requireNonNull(request.<String>getAttribute("code_verifier")),
                now.plus(LASTS));
    }

    /** The request as it was made, to hold the answer against. */
    OAuth2AuthorizationRequest request(ClientRegistration provider) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
                .clientId(provider.getClientId())
                .redirectUri(provider.getRedirectUri())
                .scopes(provider.getScopes())
                .state(state)
                .attributes(it -> {
                    it.put("nonce", nonce);
                    it.put("code_verifier", verifier);
                })
                .build();
    }

    @Override
    public String toString() {
        return "PendingSignIn";
    }
}
