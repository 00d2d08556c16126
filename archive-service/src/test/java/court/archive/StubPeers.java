package court.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays the other services and the gateway's token endpoint for the archive under test. */
public final class StubPeers {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("archive:secret".getBytes(StandardCharsets.UTF_8));

    /** Peers that answer 503. */
    public final Set<String> silent = ConcurrentHashMap.newKeySet();

    public final AtomicInteger issued = new AtomicInteger();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    /** What is answered where nothing was scripted; null for what is not there. */
    private volatile Function<String, @Nullable String> otherwise = path -> "[]";

    private final HttpServer server;
    private volatile String valid = "none yet";

    public StubPeers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/v1/tokens", this::token);
        server.createContext("/", this::peer);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    /** What the archive needs to be told to ask here. */
    public Map<String, Object> properties() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, Object> properties = new HashMap<>();
        properties.put("court.token.address", address);
        properties.put("court.client.id", "archive");
        properties.put("court.client.secret", "secret");
        List.of("filing", "interaction", "asset", "dossier", "ledger")
                .forEach(peer -> properties.put("court.peers." + peer, address + "/" + peer));
        return properties;
    }

    /** The gateway does not know the token any more. */
    public void revoke() {
        valid = "revoked";
    }

    public void spoken(String source, UUID caseId, String... rows) {
        answers.put("/" + source + "/internal/v1/cases/" + caseId + "/acts", list(rows));
    }

    public void leaves(UUID caseId, String... rows) {
        answers.put("/ledger/internal/v1/cases/" + caseId + "/leaves", list(rows));
    }

    /** Says again what is the case, after something else was scripted. */
    public void forget(String source, UUID caseId) {
        answers.remove("/" + source + "/internal/v1/cases/" + caseId + "/acts");
    }

    public void otherwise(Function<String, @Nullable String> answer) {
        otherwise = answer;
    }

    private static String list(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    private void token(HttpExchange exchange) throws IOException {
        boolean known = BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && exchange.getRequestMethod().equals("POST");
        if (known) {
            valid = "token-" + issued.incrementAndGet();
        }
        answer(
                exchange,
                known ? 200 : 401,
                "{\"accessToken\":\"%s\",\"expiresIn\":900,\"tokenType\":\"Bearer\"}".formatted(valid));
    }

    private void peer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean known = ("Bearer " + valid).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean away = silent.contains(path.split("/", -1)[1]);
        String scripted = answers.get(path);
        String text = scripted == null && known && !away ? otherwise.apply(path) : scripted;
        answer(exchange, away ? 503 : !known ? 401 : text == null ? 404 : 200, text == null ? "" : text);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
