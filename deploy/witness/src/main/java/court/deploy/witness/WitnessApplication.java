package court.deploy.witness;

import court.platform.files.FileSteps;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.signing.PemKey;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.KeyPair;
import java.time.Clock;

/** Starts a witness; see the package for its settings. */
public final class WitnessApplication {

    private static final Logger LOG = System.getLogger("witness");

    private WitnessApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(Settings.of(System.getenv()));
        } catch (Settings.Incomplete incomplete) {
            LOG.log(Level.ERROR, "The witness cannot start: {0}", incomplete.getMessage());
            System.exit(2);
        }
    }

    private static void run(Settings settings) throws IOException, InterruptedException {
        KeyPair pair = PemKey.read(settings.key());
        NoteKey key = NoteKey.ofWitness(settings.name(), pair.getPublic());
        NoteSigner signer = NoteSigner.witness(key, pair.getPrivate(), Clock.systemUTC());
        Logs logs = Logs.read(settings.logs());
        try (Memory memory = Memory.open(settings.data(), new FileSteps(), key);
                WitnessServer server = new WitnessServer(settings, new Witness(logs, memory, signer), key.vkey())) {
            for (String origin : logs.keys().keySet()) {
                LOG.log(
                        Level.INFO,
                        "watches {0} from size {1}",
                        origin,
                        Long.toString(memory.last(origin).size()));
            }
            LOG.log(Level.INFO, "port {0}, {1}", Integer.toString(server.port()), key.vkey());
            Thread.currentThread().join(); // until it is stopped
        }
    }
}
