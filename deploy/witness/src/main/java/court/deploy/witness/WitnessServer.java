package court.deploy.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import court.deploy.witness.Witness.Answer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers logs on one port, and whether it lives on the other. */
final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger("witness");
    private static final int LONGEST = 64 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer logs;
    private final HttpServer health;

    /** @param key its verifier key line, for who wants to check its signatures */
    WitnessServer(Settings settings, Witness witness, String key) throws IOException {
        this.logs = server(settings.address());
        this.health = server(settings.management());
        logs.createContext("/add-checkpoint", exchange -> answer(exchange, "POST", it -> told(it, witness::add)));
        logs.createContext("/add-restoration", exchange -> answer(exchange, "POST", it -> told(it, witness::restored)));
        logs.createContext("/key", exchange -> answer(exchange, "GET", it -> Answer.of(200, key)));
        health.createContext("/actuator/health", exchange -> answer(exchange, "GET", it -> Answer.of(200, "UP")));
        logs.start();
        health.start();
    }

    /** One way to answer a request whose address and method are right. */
    @FunctionalInterface
    private interface Answering {

        Answer to(HttpExchange exchange) throws IOException;
    }

    int port() {
        return logs.getAddress().getPort();
    }

    /** What the witness says to a body. */
    @FunctionalInterface
    private interface Judging {

        Answer of(byte[] body) throws IOException;
    }

    private static Answer told(HttpExchange exchange, Judging judging) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        Answer answer = body.length > LONGEST ? Answer.of(413, "too long") : judging.of(body);
        if (answer.status() != 200) {
            LOG.log(
                    Level.WARNING,
                    "refused {0} ({1}): {2}",
                    exchange.getRequestURI().getPath(),
                    answer.status(),
                    answer.body().strip());
        }
        return answer;
    }

    private static void answer(HttpExchange exchange, String method, Answering answering) throws IOException {
        try (exchange) {
            Answer answer = exchange.getRequestMethod().equals(method)
                    ? orBroken(exchange, answering)
                    : Answer.of(405, method + " only");
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A memory that cannot be read or written: nothing is cosigned, and whoever runs it is told. */
    private static Answer orBroken(HttpExchange exchange, Answering answering) {
        try {
            return answering.to(exchange);
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.ERROR, "cannot answer", broken);
            return Answer.of(500, "cannot answer");
        }
    }

    private HttpServer server(InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        return server;
    }

    @Override
    public void close() {
        logs.stop(0);
        health.stop(0);
        threads.close();
    }
}
