package court.gateway.route;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are. */
@ConfigurationProperties("court")
public record Peers(Map<String, URI> peers) {

    public Peers {
        for (String name : EdgeRoute.peers()) {
            if (!peers.containsKey(name)) {
                throw new IllegalArgumentException("court.peers." + name + " is missing");
            }
        }
    }

    public URI of(String name) {
        URI address = peers.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no such service: " + name);
        }
        return address;
    }
}
