package court.platform.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the SMS provider and WeChat for one service under test; each can be down, say no, or lose its answers. */
public final class FakeMessengers {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, JsonNode> sms = new ConcurrentHashMap<>();
    private final List<JsonNode> cards = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Manner smsManner = Manner.GOOD;
    private volatile String receipt = "DELIVERED";
    private volatile int weChatError;
    private volatile Manner weChatManner = Manner.GOOD;
    private volatile String token = "t-1";

    /** How a provider answers. */
    public enum Manner {
        GOOD,
        /** 503, nothing done */
        DOWN,
        /** done, but the connection ends before anything is answered */
        LOST
    }

    public FakeMessengers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms/messages", this::sms);
        server.createContext("/wechat/cgi-bin/stable_token", this::token);
        server.createContext("/wechat/cgi-bin/message/subscribe/send", this::card);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    /** What a service needs to be told to use them, in a hurry. */
    public Map<String, Object> properties() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "court.notification.sms.address", address + "/sms",
                "court.notification.sms.key-id", "court",
                "court.notification.sms.secret", "an-sms-secret",
                "court.notification.wechat.address", address + "/wechat",
                "court.notification.wechat.app-id", "wx-demo",
                "court.notification.wechat.secret", "a-wechat-secret",
                "court.notification.wechat.template", "template-1",
                "court.notification.poll", "50ms",
                "court.notification.pause", "50ms",
                "court.notification.longest-pause", "200ms");
    }

    public void sms(Manner manner) {
        smsManner = manner;
    }

    /** What the receipt of a message says, such as {@code UNDELIVERED}. */
    public void receipt(String state) {
        receipt = state;
    }

    public void weChat(Manner manner, int error) {
        weChatManner = manner;
        weChatError = error;
    }

    /** The token in use is good no more. */
    public void newToken() {
        token = "t-" + System.nanoTime();
    }

    /** The short messages that arrived, each once however often it was sent. */
    public List<JsonNode> sms() {
        return List.copyOf(sms.values());
    }

    /** The WeChat messages that arrived. */
    public List<JsonNode> cards() {
        return List.copyOf(cards);
    }

    /** How often somebody asked to send a short message. */
    public int asked() {
        return asked.get();
    }

    private void sms(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestHeaders().getFirst("X-Signature") == null) {
            answer(exchange, 200, "{\"code\":\"SIGNATURE_INVALID\"}");
            return;
        }
        boolean sending = exchange.getRequestMethod().equals("POST");
        asked.addAndGet(sending ? 1 : 0);
        if (smsManner == Manner.DOWN) {
            answer(exchange, 503, "");
            return;
        }
        JsonNode message = sending ? JSON.readTree(body) : null;
        String id = message == null
                ? path.substring(path.lastIndexOf('/') + 1)
                : message.path("clientId").asString();
        if (message != null) {
            sms.putIfAbsent(id, message);
        }
        if (smsManner == Manner.LOST) {
            exchange.close();
            return;
        }
        answer(
                exchange,
                200,
                "{\"code\":\"OK\",\"messageId\":\"m-%s\",\"state\":\"%s\",\"reason\":\"PHONE_OFF\"}"
                        .formatted(id, sending ? "ACCEPTED" : receipt));
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":7200}");
    }

    private void card(HttpExchange exchange) throws IOException {
        JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (weChatManner == Manner.DOWN) {
            answer(exchange, 503, "");
            return;
        }
        boolean known = exchange.getRequestURI().getQuery().equals("access_token=" + token);
        int error = known ? weChatError : 40001;
        if (error == 0) {
            cards.add(message);
        }
        if (weChatManner == Manner.LOST) {
            exchange.close();
            return;
        }
        answer(
                exchange,
                200,
                error == 0
                        ? "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":1}"
                        : "{\"errcode\":" + error + ",\"errmsg\":\"no\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
