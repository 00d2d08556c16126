package court.deploy.bench;

import court.deploy.local.Failure;
import court.deploy.local.Part;
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

/** A service as built, a process of its own with the flags of a server: both compilers, the JDK's own collector. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final int management;
    private final Path log;
    private final Part part;

    private ServiceProcess(Part part, ProcessBuilder builder, int port, int management, Path log) throws IOException {
        this.part = part;
        this.process = builder.start();
        this.port = port;
        this.management = management;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Whom it speaks with outside: where tokens come from and where prompts go. */
    record Outside(Tokens tokens, Phones phones) {}

    /**
     * What is started.
     *
     * @param heap as {@code -Xms} and {@code -Xmx} take it
     * @param recording where a flight recording goes, if anywhere
     * @param more settings
     */
    record Start(Part part, String heap, @Nullable Path recording, Map<String, String> more) {

        Start(Part part, String heap, @Nullable Path recording) {
            this(part, heap, recording, Map.of());
        }

        /** The jar, as Maven leaves it. */
        private Path jar(Path home) {
            String module = switch (part) {
                case FILING -> "filing-service";
                case LEDGER -> "ledger-service";
                default -> "interaction-service";
            };
            return home.resolve(module + "/target/" + module + "-0.1.0-SNAPSHOT.jar");
        }
    }

    static ServiceProcess start(Path home, Servers servers, Outside outside, Start what) throws Exception {
        int port = freePort();
        int management = freePort();
        Path log =
                servers.folder().resolve("logs/" + servers.database(what.part()).name() + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms" + what.heap(), "-Xmx" + what.heap()));
        if (what.recording() != null) {
            command.add("-XX:StartFlightRecording=settings=" + home.resolve("deploy/bench/profile.jfc") + ",filename="
                    + what.recording().toAbsolutePath());
        }
        command.addAll(List.of("-jar", what.jar(home).toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> settings = settings(home, servers, outside, what.part());
        settings.putAll(what.more());
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", Integer.toString(management));
        builder.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(settings));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        ServiceProcess started = new ServiceProcess(what.part(), builder, port, management, log);
        started.awaitReady();
        return started;
    }

    private static Map<String, String> settings(Path home, Servers servers, Outside outside, Part part) {
        String database = servers.database(part).url().replaceFirst("^jdbc:", "");
        String role = servers.database(part).name();
        Map<String, String> settings = new TreeMap<>();
        settings.put("spring.r2dbc.url", "r2dbc:" + database);
        settings.put("spring.r2dbc.username", role);
        settings.put("spring.r2dbc.password", servers.password(part));
        settings.put("spring.flyway.url", "jdbc:" + database);
        settings.put("spring.flyway.user", role);
        settings.put("spring.flyway.password", servers.password(part));
        settings.put("spring.kafka.bootstrap-servers", servers.broker());
        settings.put("court.data.keys", servers.folder().resolve("keys").toString());
        settings.put("court.data.blobs", servers.folder().resolve("blobs").toString());
        settings.put("court.ledger.tiles", servers.folder().resolve("tiles").toString());
        settings.put("court.token.issuer", Tokens.ISSUER);
        settings.put("court.token.keys", outside.tokens().address());
        settings.put("court.notification.sms.address", outside.phones().address());
        settings.put("court.notification.sms.key-id", Phones.KEY);
        settings.put("court.notification.sms.secret", Phones.KEY);
        settings.put("court.message.burst", "1000000"); // one person speaks for hundreds here
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
                throw new Failure("The service " + part + " does not come up:\n"
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
        return meter("jvm_gc_pause_seconds_sum");
    }

    /** A meter's values in all its series together; NaN when it is not told. */
    double meter(String begin) {
        try {
            return ask("/actuator/prometheus")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(begin))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException notTold) {
            return Double.NaN;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    /** Bytes of heap that are in use after a full collection. */
    double heapAfterCollection() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return meter("jvm_memory_used_bytes{area=\"heap\"");
    }

    /** Stands still until it is let go, so that work can gather for it. */
    void hold() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void letGo() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid())).start().waitFor();
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
