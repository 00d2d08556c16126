package court.gateway.token;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services that may ask for tokens of their own.
 *
 * @param clients secret by client id; a client without a secret is none
 */
@ConfigurationProperties("court")
record ServiceClients(@DefaultValue Map<String, String> clients) {

    /** Which client these credentials (RFC 7617) are of. */
    Optional<String> known(String authorization) {
        return Credentials.of(authorization)
                .filter(it -> it.prove(clients.getOrDefault(it.id(), "")))
                .map(Credentials::id);
    }

    @Override
    public String toString() {
        return "ServiceClients" + clients.keySet();
    }
}
