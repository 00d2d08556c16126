package court.deploy.acceptance;

import court.deploy.local.LocalPlatform;
import court.deploy.local.Part;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The one platform all tests of a run play on: its own data, its own ports, stopped when the run ends. */
final class Platform {

    /** Beside a platform that somebody may be running on the usual ports. */
    static final int PORT_OFFSET = 5_000;

    static final Path DATA = Path.of("target", "platform").toAbsolutePath();
    static final LocalPlatform LOCAL = start();
    static final Http HTTP = new Http(LOCAL.address(Part.GATEWAY));

    private static final Duration GOOD = Duration.ofMinutes(8);
    private static final Map<Object, Given> TOKENS = new ConcurrentHashMap<>();

    private record Given(String token, long at) {}

    private Platform() {}

    /** A bearer token of a demo account, a new one before the old one ends. */
    static String token(String account) {
        return token(account, () -> Retrying.token(() -> LOCAL.token(account)));
    }

    /** The token somebody was given, or a new one before it ends. */
    static String token(Object holder, Supplier<String> fresh) {
        return TOKENS.compute(
                        holder,
                        (same, given) -> given == null || System.nanoTime() - given.at > GOOD.toNanos()
                                ? new Given(fresh.get(), System.nanoTime())
                                : given)
                .token();
    }

    /** How many files are stored, unfinished ones too. */
    static long blobs() {
        try (Stream<Path> all = Files.walk(DATA.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalPlatform start() {
        long begun = System.nanoTime();
        clearAway();
        LocalPlatform platform = LocalPlatform.start(DATA, PORT_OFFSET);
        Figures.tell("start-up of all processes", Duration.ofNanos(System.nanoTime() - begun));
        return platform;
    }

    /** What an earlier run left, running or not. */
    private static void clearAway() {
        if (!Files.exists(DATA)) {
            return;
        }
        run(Map.of("COURT_DATA", DATA.toString()), "../down");
        try (Stream<Path> all = Files.walk(DATA)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that calls this platform as somebody outside does. */
    static String play(String... command) {
        return run(
                Map.of(
                        "COURT_DATA", DATA.toString(),
                        "COURT_PORT_OFFSET", Integer.toString(PORT_OFFSET),
                        "GATEWAY", LOCAL.address(Part.GATEWAY).toString()),
                command);
    }

    /** Runs a command in the checkout's folder of this module; what it printed, or a failure that shows it. */
    static String run(Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
