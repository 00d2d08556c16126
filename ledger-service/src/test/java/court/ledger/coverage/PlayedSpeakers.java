package court.ledger.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import court.platform.outbox.Outbox.Act;
import court.platform.outbox.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The services that tell acts, as far as they are asked for them; and the gateway that gives out tokens. */
final class PlayedSpeakers implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    /** Small, so that a few acts are several pages. */
    private static final int PAGE = 2;

    private final Map<String, List<Act>> told = new ConcurrentHashMap<>();
    private final HttpServer server;
    volatile boolean silent;
    /** Types whose acts were asked for one by one. */
    final Set<String> listed = ConcurrentHashMap.newKeySet();

    PlayedSpeakers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext(
                "/internal/v1/tokens", it -> answer(it, 200, Map.of("accessToken", "token", "expiresIn", 900)));
        server.createContext("/filing/internal/v1/acts", this::acts);
        server.createContext("/", it -> answer(it, 200, List.of()));
        server.start();
    }

    /** What a ledger needs to be told to ask here. */
    Map<String, String> settings() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> settings = new HashMap<>(
                Map.of("court.token.address", address, "court.client.id", "ledger", "court.client.secret", "secret"));
        List.of("filing", "interaction", "asset", "dossier")
                .forEach(peer -> settings.put("court.peers." + peer, address + "/" + peer));
        return settings;
    }

    /** The filing service has this in its table. */
    void told(String type, UUID factId, UUID caseId, long sequence) {
        told.computeIfAbsent(type, it -> new CopyOnWriteArrayList<>()).add(new Act(factId, caseId, sequence));
    }

    private void acts(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> asked = List.of(exchange.getRequestURI().getQuery().split("&")).stream()
                .map(it -> it.split("="))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        String type = path.substring(path.lastIndexOf('/') + 1);
        if (silent) {
            answer(exchange, 503, Map.of());
        } else if (type.equals("acts")) {
            answer(
                    exchange,
                    200,
                    told.entrySet().stream()
                            .map(it -> tally(it.getKey(), it.getValue()))
                            .toList());
        } else {
            listed.add(type);
            answer(exchange, 200, page(told.getOrDefault(type, List.of()), asked.get("after")));
        }
    }

    private static Tally tally(String type, List<Act> acts) {
        BigInteger sum = acts.stream()
                .map(it -> BigInteger.valueOf(it.factId().getLeastSignificantBits()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Tally(type, acts.size(), sum.toString());
    }

    private static List<Act> page(List<Act> acts, String after) {
        List<Act> sorted = new ArrayList<>(acts);
        sorted.sort(Comparator.comparing(it -> it.factId().toString()));
        return sorted.stream()
                .filter(it -> it.factId().toString().compareTo(after) > 0)
                .limit(PAGE)
                .toList();
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
