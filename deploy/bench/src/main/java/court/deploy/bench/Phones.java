package court.deploy.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for the SMS provider: takes every prompt and, when asked, says that it was delivered. Looks at no signature. */
final class Phones implements AutoCloseable {

    static final String KEY = "bench";

    private static final byte[] ACCEPTED = answer("ACCEPTED");
    private static final byte[] DELIVERED = answer("DELIVERED");

    private final HttpServer server;

    Phones() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", Phones::answer);
        server.start();
    }

    private static byte[] answer(String state) {
        return "{\"code\":\"OK\",\"messageId\":\"1\",\"state\":\"%s\"}"
                .formatted(state)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] answer = exchange.getRequestMethod().equals("POST") ? ACCEPTED : DELIVERED;
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** What the service is told of where prompts go. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
