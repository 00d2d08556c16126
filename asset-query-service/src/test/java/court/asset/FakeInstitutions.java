package court.asset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Five institutions over real HTTP that answer as agreed, or misbehave towards one case as a test tells them to. */
public final class FakeInstitutions {

    private static final JsonMapper JSON = new JsonMapper();

    public static final Map<String, String> KINDS = Map.of(
            "bank", "DEPOSIT",
            "vehicle-registry", "VEHICLE",
            "real-estate-registry", "REAL_ESTATE",
            "securities", "SECURITY",
            "internet-payment", "PAYMENT_ACCOUNT");

    /** How one institution treats one case. */
    public enum Way {
        NORMAL,
        /** 503, nothing done */
        DOWN,
        /** cut before anything was done */
        DROPPED,
        /** done, then cut */
        LOST,
        /** done, but no answer within any time limit */
        SILENT,
        /** 202 for as often as told */
        LATE,
        REFUSING,
        TOO_LARGE,
        WRONG_SIGNATURE,
        WRONG_SCHEMA,
        NUMBER_AMOUNT,
        WRONG_INSTITUTION,
        WRONG_REQUEST,
        WRONG_SUBJECT,
        WRONG_AMOUNT,
        WRONG_KIND,
        FORBIDDING
    }

    /** One request as it arrived. */
    public record Call(String institution, String method, String path, String number, String body) {}

    private record Mood(Way way, AtomicInteger times) {}

    private final Seals seals = new Seals();

    private final Map<String, Mood> moods = new ConcurrentHashMap<>();

    private final Holdings holdings = new Holdings();

    private final Map<String, String> cases = new ConcurrentHashMap<>();

    private final Map<String, String> first = new ConcurrentHashMap<>();

    private final Map<String, ObjectNode> results = new ConcurrentHashMap<>();

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    public FakeInstitutions() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/institutions/", this::handle);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    /** What a service needs to be told to talk to them. */
    public Map<String, Object> properties(Path folder) {
        try {
            ArrayNode registry = JSON.createArrayNode();
            KINDS.forEach((id, kind) -> {
                ObjectNode one = registry.addObject();
                one.put("id", id).put("name", "演示" + id).put("address", address(id));
                one.put("key", seals.publicKey(id));
                one.putArray("kinds").add(kind);
            });
            Path file = folder.resolve("institutions.json");
            Files.writeString(file, registry.toString());
            Path key = folder.resolve("court.pem");
            Files.writeString(key, seals.courtKey());
            return Map.of(
                    "court.institutions.registry", file.toString(), "court.institutions.court-key", key.toString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String address(String id) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/institutions/" + id;
    }

    /** From now on, for so many answers, in this case. */
    public void treat(String institution, String caseNumber, Way way, int times) {
        moods.put(institution + caseNumber, new Mood(way, new AtomicInteger(times)));
    }

    /** What an institution holds of the respondent of a case. */
    public void holds(String institution, String caseNumber, String assetId, String balance, String exemption) {
        holdings.holds(institution, caseNumber, assetId, balance, exemption);
    }

    public List<Call> calls(String caseNumber) {
        return calls.stream().filter(it -> it.body().contains(caseNumber)).toList();
    }

    public List<Call> asked(String number) {
        return calls.stream().filter(it -> it.number().equals(number)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String number = exchange.getRequestHeaders().getFirst("X-Request-Number");
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(new Call(
                path[2], exchange.getRequestMethod(), path[3], number, new String(body, StandardCharsets.UTF_8)));
        if (!seals.verifies(body, exchange.getRequestHeaders().getFirst("X-Court-Signature"))) {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        } else if (exchange.getRequestMethod().equals("GET")) {
            ask(exchange, path[2], path[4]);
        } else {
            take(exchange, path[2], path[3], new String(body, StandardCharsets.UTF_8));
        }
    }

    private void ask(HttpExchange exchange, String institution, String number) throws IOException {
        Mood mood = moods.get(institution + cases.getOrDefault(number, ""));
        if (mood != null && mood.way() == Way.DOWN && mood.times().getAndDecrement() > 0) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String body = first.get(number);
        if (body == null) {
            answer(exchange, institution, 404, status(number, "UNKNOWN"));
            return;
        }
        reply(
                exchange,
                institution,
                next(institution, JSON.readTree(body).get("caseNumber").asString()),
                number);
    }

    private void take(HttpExchange exchange, String institution, String path, String body) throws IOException {
        JsonNode asked = JSON.readTree(body);
        String number = asked.get("requestNumber").asString();
        cases.put(number, asked.get("caseNumber").asString());
        Way way = next(institution, asked.get("caseNumber").asString());
        if (way == Way.DOWN || way == Way.FORBIDDING) {
            exchange.sendResponseHeaders(way == Way.DOWN ? 503 : 403, -1);
            exchange.close();
            return;
        }
        if (way == Way.DROPPED) {
            exchange.close();
            return;
        }
        String before = first.putIfAbsent(number, body);
        if (before != null && !before.equals(body)) {
            exchange.sendResponseHeaders(409, -1);
            exchange.close();
            return;
        }
        if (before == null) {
            results.put(number, holdings.carryOut(institution, path, asked, way == Way.REFUSING));
        }
        reply(exchange, institution, way, number);
    }

    private void reply(HttpExchange exchange, String institution, Way way, String number) throws IOException {
        ObjectNode result = results.get(number).deepCopy();
        switch (way) {
            case DOWN -> {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            case LOST, DROPPED -> {
                exchange.close();
                return;
            }
            case SILENT -> pause();
            case LATE -> {
                answer(exchange, institution, 202, status(number, "PROCESSING").put("institution", institution));
                return;
            }
            case TOO_LARGE -> result.put("padding", "x".repeat(300_000));
            case WRONG_SCHEMA -> result.put("surprise", 1);
            case WRONG_INSTITUTION -> result.put("institution", "other");
            case WRONG_REQUEST -> result.put("requestNumber", "0198c0de-0000-7000-8000-000000000000");
            case WRONG_SUBJECT -> ((ObjectNode) result.get("subject")).put("idNumber", "310117199001010000");
            case WRONG_AMOUNT -> spoil(result, "-1.00");
            case NUMBER_AMOUNT -> spoil(result, "");
            case WRONG_KIND ->
                result.withArray("assets")
                        .forEach(it ->
                                ((ObjectNode) it).put("kind", institution.equals("bank") ? "VEHICLE" : "DEPOSIT"));
            case NORMAL, REFUSING, WRONG_SIGNATURE, FORBIDDING -> {}
        }
        byte[] bytes = result.toString().getBytes(StandardCharsets.UTF_8);
        String signature = seals.sign(institution, bytes);
        if (way == Way.WRONG_SIGNATURE) {
            signature = seals.signWithAnotherKey(bytes);
        }
        exchange.getResponseHeaders().set("X-Institution-Signature", signature);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void spoil(ObjectNode result, String amount) {
        ObjectNode target =
                result.has("assets") ? (ObjectNode) result.get("assets").get(0) : result;
        String field = result.has("assets") ? "balance" : "amount";
        if (amount.isEmpty()) {
            target.put(field, 12.5);
        } else {
            target.put(field, result.has("assets") ? amount : "99999999.00");
        }
    }

    private Way next(String institution, String caseNumber) {
        Mood mood = moods.get(institution + caseNumber);
        return mood != null && mood.times().getAndDecrement() > 0 ? mood.way() : Way.NORMAL;
    }

    private static ObjectNode status(String number, String status) {
        return JSON.createObjectNode().put("requestNumber", number).put("status", status);
    }

    private void answer(HttpExchange exchange, String institution, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("X-Institution-Signature", seals.sign(institution, bytes));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
