package court.deploy.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import court.deploy.agent.Sender.Sent;
import court.platform.bundle.Acknowledgement;
import court.platform.bundle.BundleNotes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays the platform over HTTP; cuts its answers, forgets tokens and loses receipts when told so. */
final class FakePlatform implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    final List<Sent> bundles = new CopyOnWriteArrayList<>();
    final List<byte[]> taken = new CopyOnWriteArrayList<>();
    final List<String> ranges = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();
    /** After how many bytes each next download is cut; none left: it goes through. */
    final Deque<Integer> cuts = new ArrayDeque<>();
    /** How many receipts are taken without an answer. */
    final AtomicInteger mute = new AtomicInteger();

    volatile boolean ranged = true;
    private final ConcurrentHashMap<Long, byte[]> byNumber = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final Sender sender;

    FakePlatform(Sender sender) throws IOException {
        this.sender = sender;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/sessions/machine", this::token);
        server.createContext("/api/v1/bundles", this::bundles);
        server.start();
    }

    Settings.Http settings() {
        return new Settings.Http(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "intranet", "secret");
    }

    /** Nobody's token is good any more. */
    void forgetTokens() {
        tokens.addAndGet(1000);
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic = "Basic " + Base64.getEncoder().encodeToString("intranet:secret".getBytes(UTF_8));
        boolean known = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int number = tokens.incrementAndGet();
        answer(exchange, known ? 200 : 401, "{\"accessToken\":\"token-%d\",\"expiresIn\":900}".formatted(number));
    }

    private void bundles(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!("Bearer token-" + tokens.get())
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (path.endsWith("/acknowledgements")) {
            take(exchange);
        } else if (path.endsWith("/content")) {
            content(exchange, sent(path));
        } else if (path.endsWith("/proof")) {
            answer(exchange, 200, new String(sent(path).proof(), UTF_8));
        } else {
            answer(exchange, 200, listing(exchange.getRequestURI().getQuery()));
        }
    }

    private Sent sent(String path) {
        long number = Long.parseLong(path.split("/")[4]);
        return bundles.stream().filter(it -> it.number() == number).findFirst().orElseThrow();
    }

    private String listing(String query) {
        long after = Long.parseLong(query.replaceAll(".*after=([0-9]+).*", "$1"));
        ObjectNode listing = JSON.createObjectNode();
        ArrayNode items = listing.putArray("items");
        for (Sent sent : bundles) {
            if (sent.number() > after) {
                items.addObject().put("number", sent.number()).put("note", new String(sent.note(), UTF_8));
            }
        }
        return listing.toString();
    }

    private void content(HttpExchange exchange, Sent sent) throws IOException {
        byte[] all = sent.content();
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null || !ranged ? 0 : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, all.length - 1, all.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, all.length - from);
        Integer cut;
        synchronized (cuts) {
            cut = cuts.poll();
        }
        int length = cut == null ? all.length - from : Math.min(cut, all.length - from);
        exchange.getResponseBody().write(all, from, length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] note = exchange.getRequestBody().readAllBytes();
        Acknowledgement text = BundleNotes.acknowledgement(note, List.of(sender.agentKey()));
        byte[] earlier = byNumber.putIfAbsent(text.number(), note);
        if (earlier == null) {
            taken.add(note);
        }
        boolean same = earlier == null || java.util.Arrays.equals(earlier, note);
        if (mute.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
            return;
        }
        answer(exchange, same ? 200 : 409, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<Long> answered() {
        List<Long> numbers = new ArrayList<>();
        taken.forEach(it -> BundleNotes.acknowledgement(it, List.of(sender.agentKey()))
                .bundles()
                .forEach(answer -> numbers.add(answer.number())));
        return numbers;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
