package court.gateway.cityapp;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The city app as it was agreed with its operator.
 *
 * @param issuer who signs the tokens
 * @param audience what we are called in them
 * @param keys address of the public keys they are signed with (RFC 7517); empty where the app is not offered
 */
@ConfigurationProperties("court.city-app")
record CityAppProperties(String issuer, String audience, String keys) {

    boolean isOffered() {
        return !issuer.isBlank() && !audience.isBlank() && !keys.isBlank();
    }
}
