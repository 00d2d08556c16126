package court.deploy.agent;

import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Lets the courier go its rounds, writes down how it stands, and goes on after whatever went wrong. Not for two threads. */
final class Rounds {

    private static final Logger LOG = System.getLogger("agent");
    private static final JsonMapper JSON = new JsonMapper();

    private final Settings settings;
    private final FileSteps steps;
    private final Clock clock;
    private final List<Letterbox> letterboxes = new ArrayList<>();
    private @Nullable Courier courier;
    private @Nullable FileChannel alone;
    private volatile String report = "{\"lastError\":\"还没有开始\"}";
    private String written = "";
    private volatile boolean ready;
    private @Nullable String lastError;
    private @Nullable Instant lastErrorAt;

    Rounds(Settings settings, FileSteps steps, Clock clock) {
        this.settings = settings;
        this.steps = steps;
        this.clock = clock;
        settings.http().map(HttpLetterbox::new).ifPresent(letterboxes::add);
        settings.folders().map(it -> new FolderLetterbox(it, steps)).ifPresent(letterboxes::add);
    }

    /** The last report, as JSON. */
    String report() {
        return report;
    }

    boolean isReady() {
        return ready;
    }

    /** One round, and the report of it. */
    void once() {
        String error = null;
        try {
            Courier going = courier == null ? start() : courier;
            courier = going;
            going.round();
        } catch (IOException | RuntimeException fault) {
            error = String.valueOf(fault.getMessage());
        }
        tell(error);
    }

    private Courier start() throws IOException {
        steps.createFolders(settings.data());
        if (alone == null) {
            beAlone();
        }
        Optional<Trusted> trusted = Trusted.read(settings.trusted());
        if (trusted.isEmpty()) {
            throw new IOException("waiting for ledger.vkey, seal.vkey and bundles.vkey in " + settings.trusted());
        }
        Courier fresh = new Courier(
                settings,
                new Courier.Keys(trusted.get(), OwnKey.read(settings.key(), settings.court())),
                letterboxes,
                steps,
                clock);
        ready = true;
        return fresh;
    }

    /** Two agents on one journal would each undo what the other relies on. The lock goes with the process. */
    private void beAlone() throws IOException {
        Path file = settings.data().resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another agent works in " + settings.data());
        }
        alone = channel;
    }

    private void tell(@Nullable String error) {
        if (!Objects.equals(error, lastError)) {
            lastError = error;
            lastErrorAt = clock.instant();
            LOG.log(Level.WARNING, error == null ? "the fault is over" : "the round ended early: " + error);
        }
        Courier going = courier;
        String fresh = JSON.writeValueAsString(
                going == null
                        ? Map.of("lastError", String.valueOf(error))
                        : going.report(error, error == null ? null : lastErrorAt));
        report = fresh;
        try {
            if (alone != null && !fresh.equals(written)) {
                new DurableFiles(steps)
                        .replace(settings.data().resolve("report.json"), fresh.getBytes(StandardCharsets.UTF_8));
                written = fresh;
            }
        } catch (IOException notWritten) {
            LOG.log(Level.WARNING, "cannot write the report: " + notWritten);
        }
    }
}
