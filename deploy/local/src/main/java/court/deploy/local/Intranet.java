package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The intranet of one court, played in a folder of its own: what its agent and our services know of each other. */
final class Intranet {

    private static final String AGENT = "intranet-songjiang";
    private static final String COURT = "沪0117";

    private final Place place;

    Intranet(Place place) {
        this.place = place;
    }

    /** What the agent keeps. */
    Path folder() {
        return place.data().resolve("intranet");
    }

    /** Where the archive puts bundles that are carried over by hand. */
    Path export() {
        return place.data().resolve("export");
    }

    /** Where the agent takes bundles that were carried over. */
    Path inbox() {
        return folder().resolve("inbox");
    }

    /** Where the agent puts acknowledgements to be carried back. */
    Path outbox() {
        return folder().resolve("outbox");
    }

    /** The public keys the agent believes, given to it at set-up. */
    Path trust() {
        return place.data().resolve("intranet-trust");
    }

    void tellGateway(Settings settings) {
        settings.setExactly("court.machines." + AGENT + ".secret", secret());
        settings.setExactly("court.machines." + AGENT + ".court", COURT);
    }

    void tellArchive(Settings settings) {
        settings.setExactly("court.sync.agents." + AGENT, key().verifierKey("intranet-agent/" + COURT));
        settings.set("court.sync.export", export().toString());
    }

    void tellAgent(Settings settings) {
        key().publicKey(); // made with it
        settings.set("court.agent.gateway", place.ports().url(Part.GATEWAY));
        settings.set("court.agent.client-id", AGENT);
        settings.set("court.agent.client-secret", secret());
        settings.set("court.agent.court", COURT);
        settings.set("court.agent.data", folder().toString());
        settings.set("court.agent.key", key().file().toString());
        settings.set("court.agent.trusted", trust().toString());
        settings.set("court.agent.inbox", inbox().toString());
        settings.set("court.agent.outbox", outbox().toString());
        // the court's code is read in the encoding of the locale
        settings.variable("LC_ALL", "C.UTF-8");
    }

    /** The folders that people carry files in and out of. */
    void create() throws IOException {
        for (Path folder : new Path[] {export(), inbox(), outbox(), trust()}) {
            Files.createDirectories(folder);
        }
    }

    private KeyFile key() {
        return new KeyFile(place.data().resolve("secrets"), "intranet-agent");
    }

    private String secret() {
        return place.secrets().get("machine-" + AGENT);
    }
}
