package court.deploy.agent;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Starts the intranet agent; see the package for its settings. */
public final class AgentApplication {

    private static final Logger LOG = System.getLogger("agent");

    private AgentApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(Settings.of(System.getenv()));
        } catch (Settings.Incomplete incomplete) {
            LOG.log(Level.ERROR, "The intranet agent cannot start:\n{0}", incomplete.getMessage());
            System.exit(2);
        }
    }

    private static void run(Settings settings) throws IOException, InterruptedException {
        Rounds rounds = new Rounds(settings, new FileSteps(), Clock.systemUTC());
        try (StatusServer server = new StatusServer(settings, rounds::report, rounds::isReady)) {
            LOG.log(Level.INFO, "agent of {0}, status on port {1}", settings.court(), Integer.toString(server.port()));
            while (!Thread.currentThread().isInterrupted()) {
                rounds.once();
                Thread.sleep(settings.poll());
            }
        }
    }
}
