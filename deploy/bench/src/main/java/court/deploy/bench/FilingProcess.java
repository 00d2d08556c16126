package court.deploy.bench;

import court.deploy.local.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The filing service as built, a process of its own with the flags of a server: both compilers, the JDK's own collector. */
final class FilingProcess implements AutoCloseable {

    static final List<String> FLAGS = List.of("-Xms768m", "-Xmx768m");

    private static final Duration START = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final int management;
    private final Path log;

    private FilingProcess(ProcessBuilder builder, int port, int management, Path log) throws IOException {
        this.process = builder.start();
        this.port = port;
        this.management = management;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Whom it speaks with outside: where tokens come from and where prompts go. */
    record Outside(Tokens tokens, Phones phones) {}

    static FilingProcess start(Path home, Servers servers, Outside outside, @Nullable Path recording) throws Exception {
        int port = freePort();
        int management = freePort();
        Path log = servers.folder().resolve("logs/filing.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        if (recording != null) {
            command.add("-XX:StartFlightRecording=settings=" + home.resolve("deploy/bench/profile.jfc") + ",filename="
                    + recording.toAbsolutePath());
        }
        command.addAll(List.of(
                "-jar",
                home.resolve("filing-service/target/filing-service-0.1.0-SNAPSHOT.jar")
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> settings = settings(home, servers, outside);
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", Integer.toString(management));
        builder.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(settings));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        FilingProcess started = new FilingProcess(builder, port, management, log);
        started.awaitReady();
        return started;
    }

    private static Map<String, String> settings(Path home, Servers servers, Outside outside) {
        String database = servers.filing().url().replaceFirst("^jdbc:", "");
        Map<String, String> settings = new TreeMap<>();
        settings.put("spring.r2dbc.url", "r2dbc:" + database);
        settings.put("spring.r2dbc.username", "filing");
        settings.put("spring.r2dbc.password", servers.passwordOfFiling());
        settings.put("spring.flyway.url", "jdbc:" + database);
        settings.put("spring.flyway.user", "filing");
        settings.put("spring.flyway.password", servers.passwordOfFiling());
        settings.put("spring.kafka.bootstrap-servers", servers.broker());
        settings.put("court.data.keys", servers.folder().resolve("keys").toString());
        settings.put("court.data.blobs", servers.folder().resolve("blobs").toString());
        settings.put("court.token.issuer", Tokens.ISSUER);
        settings.put("court.token.keys", outside.tokens().address());
        settings.put("court.notification.sms.address", outside.phones().address());
        settings.put("court.notification.sms.key-id", Phones.KEY);
        settings.put("court.notification.sms.secret", Phones.KEY);
        settings.put(
                "court.directory", home.resolve("deploy/local/demo/courts.json").toString());
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                List<String> lines = Files.readAllLines(log);
                throw new Failure("The filing service does not come up:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
            }
            Thread.sleep(100);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return ask("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + management + path);
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** Seconds it has stood still for garbage collection so far. */
    double collecting() {
        try {
            return ask("/actuator/prometheus")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("jvm_gc_pause_seconds_sum"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException notTold) {
            return Double.NaN;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
