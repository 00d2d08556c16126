package court.deploy.local;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a service is told about its surroundings, as environment variables. */
final class ServiceEnvironment {

    private static final Set<Part> PEERS = EnumSet.of(Part.FILING, Part.INTERACTION, Part.LEDGER, Part.ARCHIVE);

    private final Place place;
    private final Part part;
    private final Map<String, String> variables = new TreeMap<>();

    ServiceEnvironment(Place place, Part part) {
        this.place = place;
        this.part = part;
    }

    Map<String, String> variables() {
        listens();
        if (part == Part.SIMULATORS) {
            simulators();
            return variables;
        }
        stores();
        trusts();
        PEERS.forEach(peer -> set("court.peers." + peer.label(), place.ports().url(peer)));
        if (part == Part.GATEWAY) {
            signsIn();
        }
        if (part == Part.FILING) {
            set("court.directory", place.demo("courts.json").toString());
        }
        return variables;
    }

    private void listens() {
        set("server.address", "127.0.0.1");
        set("server.port", Integer.toString(place.ports().of(part)));
        set("management.server.address", "127.0.0.1");
        set("management.server.port", Integer.toString(place.ports().management(part)));
        // glibc keeps a pool of memory per thread unless told otherwise
        variables.put("MALLOC_ARENA_MAX", "2");
    }

    private void stores() {
        String database = new Databases(place).url(part.label());
        String password = place.secrets().database(part.label());
        set("spring.r2dbc.url", "r2dbc:" + database);
        set("spring.r2dbc.username", part.label());
        set("spring.r2dbc.password", password);
        set("spring.flyway.url", "jdbc:" + database);
        set("spring.flyway.user", part.label());
        set("spring.flyway.password", password);
        set("spring.kafka.bootstrap-servers", "127.0.0.1:" + place.ports().of(Part.BROKER));
        set("court.data.keys", place.keys().toString());
        set("court.data.blobs", place.blobs().toString());
        set("court.clock.offset-file", place.clockOffset().toString());
    }

    private void trusts() {
        String gateway = place.ports().url(Part.GATEWAY);
        set("court.token.issuer", gateway);
        set("court.token.keys", gateway + "/.well-known/jwks.json");
        set("court.client.id", part.label());
        set("court.client.secret", place.secrets().client(part));
    }

    private void signsIn() {
        set("court.oidc.issuer", place.ports().url(Part.SIMULATORS));
        set("court.oidc.client-id", "gateway");
        set("court.oidc.client-secret", place.secrets().get("staff-sign-in"));
        set("court.signin.development", "true");
        PEERS.forEach(
                peer -> set("court.clients." + peer.label(), place.secrets().client(peer)));
    }

    private void simulators() {
        set("court.simulators.issuer", place.ports().url(Part.SIMULATORS));
        set("court.simulators.gateway", place.ports().url(Part.GATEWAY));
        set("court.simulators.gateway-secret", place.secrets().get("staff-sign-in"));
        set("court.simulators.staff", place.demo("staff.json").toString());
    }

    // Spring Boot reads a.b-c from A_BC
    private void set(String property, String value) {
        variables.put(property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value);
    }
}
