package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A witness of the ledger, played in a folder of its own: what it and the ledger know of each other. */
final class WitnessSetUp {

    private static final String NAME = "mobile-micro-enforcement/witness";

    private final Place place;

    WitnessSetUp(Place place) {
        this.place = place;
    }

    void tellLedger(Settings settings) {
        settings.setExactly(
                "court.ledger.witnesses.local.address", place.ports().url(Part.WITNESS));
        settings.setExactly("court.ledger.witnesses.local.key", key().witnessKey(NAME));
    }

    void tellWitness(Settings settings) {
        key().publicKey(); // made with it
        settings.set("court.witness.name", NAME);
        settings.set("court.witness.key", key().file().toString());
        settings.set("court.witness.logs", trust().toString());
        settings.set("court.witness.data", folder().resolve("seen").toString());
    }

    /** Gives it the key of the log it watches, once; the ledger must be ready. */
    void prepare() throws IOException {
        Files.createDirectories(trust());
        new TrustedKeys(place, trust()).fetchLedger();
    }

    private Path folder() {
        return place.data().resolve("witness");
    }

    private Path trust() {
        return folder().resolve("logs");
    }

    private KeyFile key() {
        return new KeyFile(place.data().resolve("secrets"), "witness");
    }
}
