package court.platform.peer;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services are, and as whom to ask them.
 *
 * @param peers base addresses by name
 * @param token where service tokens are fetched
 * @param client this service's own credentials at the gateway
 */
@ConfigurationProperties("court")
public record PeerAddresses(Map<String, String> peers, Token token, Client client) {

    public record Token(String address) {}

    public record Client(String id, String secret) {}

    String of(String peer) {
        String address = peers.get(peer);
        if (address == null) {
            throw new IllegalStateException("court.peers." + peer + " is not set");
        }
        return address;
    }
}
