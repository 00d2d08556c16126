package court.deploy.agent;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The agent under test, on a folder of its own. */
final class Agent {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneOffset.UTC);

    private Agent() {}

    static Settings settings(Path data, Sender sender) {
        return new Settings(
                Sender.COURT,
                data,
                sender.folder.resolve("agent.pem"),
                sender.folder,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMillis(10),
                new Settings.Address("127.0.0.1", 0),
                new Settings.Address("127.0.0.1", 0));
    }

    static Courier courier(Path data, Sender sender, FileSteps steps, Letterbox... letterboxes) {
        return new Courier(
                settings(data, sender),
                new Courier.Keys(sender.trusted(), sender.agentSigner()),
                Arrays.asList(letterboxes),
                steps,
                CLOCK);
    }

    /** Everything that stays, by name; what is under way left out. */
    static TreeMap<String, String> kept(Path data) {
        TreeMap<String, String> kept = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String name = data.relativize(file).toString();
                if (name.startsWith("archive") || name.startsWith("rejected") || name.startsWith("acknowledgements")) {
                    kept.put(name, Fingerprint.of(file).sha256());
                }
            }
            return kept;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
