package court.deploy.witness;

import court.platform.files.FileSteps;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.signing.PemKey;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;

/** Starts a witness; see the package for its settings. */
public final class WitnessApplication {

    private static final Logger LOG = System.getLogger("witness");

    private WitnessApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            if (arguments.length == 2 && arguments[0].equals("accept")) {
                accept(Settings.of(System.getenv()), Path.of(arguments[1]));
            } else {
                run(Settings.of(System.getenv()));
            }
        } catch (Settings.Incomplete incomplete) {
            LOG.log(Level.ERROR, "The witness cannot start: {0}", incomplete.getMessage());
            System.exit(2);
        }
    }

    /** Takes a restoration that lost what was seen; the witness itself must not be running. */
    private static void accept(Settings settings, Path statement) throws IOException {
        NoteSigner signer = signer(settings);
        try (Memory memory = Memory.open(settings.data(), new FileSteps(), signer.key())) {
            TreeHead head =
                    new Witness(Logs.read(settings.logs()), memory, signer).accept(Files.readAllBytes(statement));
            LOG.log(Level.INFO, "goes on from size {0}", Long.toString(head.size()));
        } catch (NoteRejected unsigned) {
            LOG.log(Level.ERROR, "Not accepted: {0}", unsigned.getMessage());
            System.exit(2);
        }
    }

    private static NoteSigner signer(Settings settings) throws IOException {
        KeyPair pair = PemKey.read(settings.key());
        return NoteSigner.witness(
                NoteKey.ofWitness(settings.name(), pair.getPublic()), pair.getPrivate(), Clock.systemUTC());
    }

    private static void run(Settings settings) throws IOException, InterruptedException {
        NoteSigner signer = signer(settings);
        NoteKey key = signer.key();
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
