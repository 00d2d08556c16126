package court.gateway.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Plays one service behind the gateway: says its name, unless told to behave otherwise under a path. */
public final class StubService {

    /** What arrived. */
    public record Heard(String method, String path, Headers headers, long bytes) {}

    /** How to answer one exchange. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    public final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final String name;

    public StubService(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
    }

    public Heard last(String path) {
        return heard.stream()
                .filter(it -> it.path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public long count(String path) {
        return heard.stream().filter(it -> it.path().equals(path)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Behaviour special = behaviours.get(path);
        long bytes = 0;
        if (special == null) {
            bytes = exchange.getRequestBody().readAllBytes().length;
        }
        heard.add(new Heard(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), bytes));
        try {
            if (special == null) {
                answer(exchange, 200, "application/json", "{\"service\":\"" + name + "\"}");
            } else {
                special.answer(exchange);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    public static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public static Behaviour silentFor(long millis, Consumer<HttpExchange> woken) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            Thread.sleep(millis);
            woken.accept(exchange);
            answer(exchange, 200, "application/json", "{\"late\":true}");
        };
    }
}
