package court.deploy.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Answers who asks how the agent stands: the report on one port, whether it is ready on the other. */
final class StatusServer implements AutoCloseable {

    private final HttpServer status;
    private final HttpServer health;

    /**
     * @param report JSON
     * @param ready whether it works
     */
    StatusServer(Settings settings, Supplier<String> report, Supplier<Boolean> ready) throws IOException {
        status = server(settings.status());
        status.createContext("/status", exchange -> answer(exchange, "/status", 200, report.get()));
        status.start();
        health = server(settings.health());
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            health.createContext(path, exchange -> {
                boolean up = path.endsWith("liveness") || ready.get();
                answer(exchange, path, up ? 200 : 503, "{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}");
            });
        }
        health.start();
    }

    int port() {
        return status.getAddress().getPort();
    }

    int healthPort() {
        return health.getAddress().getPort();
    }

    private static HttpServer server(Settings.Address address) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()), 0);
    }

    private static void answer(HttpExchange exchange, String path, int status, String json) throws IOException {
        try (exchange) {
            boolean asked = exchange.getRequestURI().getPath().equals(path)
                    && exchange.getRequestMethod().equals("GET");
            byte[] bytes = (asked ? json : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(asked ? status : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        status.stop(0);
        health.stop(0);
    }
}
