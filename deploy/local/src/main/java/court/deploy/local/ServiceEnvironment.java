package court.deploy.local;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a service is told about its surroundings, as environment variables. */
final class ServiceEnvironment {

    private static final Set<Part> PEERS =
            EnumSet.of(Part.FILING, Part.INTERACTION, Part.LEDGER, Part.ARCHIVE, Part.ASSET);

    private final Place place;
    private final Part part;
    private final Settings settings = new Settings();

    ServiceEnvironment(Place place, Part part) {
        this.place = place;
        this.part = part;
    }

    Map<String, String> variables() {
        listens();
        if (Part.WITH_DATABASE.contains(part)) {
            stores();
            trusts();
            knowsPeers();
        }
        OutsideParties outside = new OutsideParties(place);
        Intranet intranet = new Intranet(place);
        switch (part) {
            case SIMULATORS -> outside.tellSimulators(settings);
            case ASSET -> outside.tellAsset(settings);
            case FILING -> {
                settings.set("court.directory", place.demo("courts.json").toString());
                outside.tellMessengers(settings);
            }
            case ARCHIVE -> {
                intranet.tellArchive(settings);
                settings.set("court.directory", place.demo("courts.json").toString());
            }
            case INTERACTION ->
                settings.set("court.directory", place.demo("courts.json").toString());
            case AGENT -> intranet.tellAgent(settings);
            case LEDGER -> {
                settings.set("court.ledger.tiles", place.data().resolve("tiles").toString());
                settings.set("court.ledger.audit.every", "1m"); // to be looked at
                new WitnessSetUp(place).tellLedger(settings);
            }
            case WITNESS -> new WitnessSetUp(place).tellWitness(settings);
            case GATEWAY -> {
                outside.tellGateway(settings);
                intranet.tellGateway(settings);
                admits();
            }
            default -> {}
        }
        return settings.variables();
    }

    private void listens() {
        settings.set("server.address", "127.0.0.1");
        settings.set("server.port", Integer.toString(place.ports().of(part)));
        settings.set("management.server.address", "127.0.0.1");
        settings.set("management.server.port", Integer.toString(place.ports().management(part)));
        // glibc keeps a pool of memory per thread unless told otherwise
        settings.variable("MALLOC_ARENA_MAX", "2");
    }

    private void stores() {
        String database = new Databases(place).url(part.label());
        String password = place.secrets().database(part.label());
        settings.set("spring.r2dbc.url", "r2dbc:" + database);
        settings.set("spring.r2dbc.username", part.label());
        settings.set("spring.r2dbc.password", password);
        settings.set("spring.flyway.url", "jdbc:" + database);
        settings.set("spring.flyway.user", part.label());
        settings.set("spring.flyway.password", password);
        settings.set(
                "spring.kafka.bootstrap-servers", "127.0.0.1:" + place.ports().of(Part.BROKER));
        settings.set("court.data.keys", place.keys().toString());
        settings.set("court.data.blobs", place.blobs().toString());
        settings.set("court.calendar", place.calendar().toString());
        settings.set("court.clock.offset-file", place.clockOffset().toString());
    }

    private void trusts() {
        String gateway = place.ports().url(Part.GATEWAY);
        settings.set("court.token.issuer", gateway);
        settings.set("court.token.keys", gateway + "/.well-known/jwks.json");
        settings.set("court.client.id", part.label());
        settings.set("court.client.secret", place.secrets().client(part));
    }

    private void knowsPeers() {
        PEERS.forEach(peer ->
                settings.set("court.peers." + peer.label(), place.ports().url(peer)));
        // what the archive speaks of a dossier, it is asked for under this name
        settings.set("court.peers.dossier", place.ports().url(Part.ARCHIVE));
    }

    private void admits() {
        settings.set("court.signin.development", "true");
        settings.set("court.signin.accounts", place.demo("parties.json").toString());
        PEERS.forEach(peer ->
                settings.set("court.clients." + peer.label(), place.secrets().client(peer)));
    }
}
