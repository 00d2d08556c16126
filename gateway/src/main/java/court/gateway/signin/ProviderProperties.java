package court.gateway.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The court's identity provider.
 *
 * @param redirect our callback as browsers reach it; fixed, never taken from a request's Host
 */
@ConfigurationProperties("court.oidc")
record ProviderProperties(String issuer, String clientId, String clientSecret, String redirect) {

    @Override
    public String toString() {
        return "ProviderProperties[" + issuer + "]";
    }
}
