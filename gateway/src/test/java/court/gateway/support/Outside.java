package court.gateway.support;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays WeChat and the identity authority, with a gateway that asks them and a clock that can be moved. */
public final class Outside {

    public static final String SECRET = "a-wechat-secret";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SESSION = "/sns/jscode2session";
    private static final String PHONE = "/wxa/business/getuserphonenumber";

    public final StubService weChat = new StubService("wechat");
    public final StubService authority = new StubService("authority");
    public final Edge edge;

    private final Path offset;
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<String> facts = ConcurrentHashMap.newKeySet();

    private Outside() {
        try {
            offset = Files.createTempFile("offset", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // a database of its own: sessions opened under a moved clock would be the newest of all
        edge = Edge.start(Map.of(
                "court.wechat.address",
                weChat.address(),
                "court.wechat.app-id",
                "wx-demo",
                "court.wechat.secret",
                SECRET,
                "court.verification.address",
                authority.address(),
                "court.verification.client-secret",
                "a-verification-secret",
                "court.clock.offset-file",
                offset));
        honest();
    }

    private static final class Shared {
        static final Outside OUTSIDE = new Outside();
    }

    public static Outside shared() {
        return Shared.OUTSIDE;
    }

    /** Both answer as the real ones do. */
    public void honest() {
        weChat.on(SESSION, this::session);
        weChat.on("/cgi-bin/stable_token", it -> answer(it, "{\"access_token\":\"t-1\",\"expires_in\":7200}"));
        weChat.on(PHONE, this::phone);
        authority.on("/verify", this::verify);
        authority.on("/organisation", this::verify);
    }

    /** WeChat gives this account a login code. */
    public String loginCode(String openid) {
        return code(openid);
    }

    public String phoneCode(String phone) {
        return code(phone);
    }

    private String code(String value) {
        String code = UUID.randomUUID().toString();
        codes.put(code, value);
        return code;
    }

    /** The authority knows this person by this phone. */
    public void citizen(String name, String idNumber, String phone) {
        facts.add(name + idNumber + phone);
        facts.add(name + idNumber);
    }

    public void representative(String organisation, String creditCode, String name, String idNumber) {
        facts.add(organisation + creditCode + name + idNumber);
    }

    public void noRepresentative(String organisation, String creditCode, String name, String idNumber) {
        facts.remove(organisation + creditCode + name + idNumber);
    }

    private void session(HttpExchange exchange) throws IOException {
        Map<String, String> query = FakeProvider.form(exchange.getRequestURI().getRawQuery());
        String code = query.getOrDefault("js_code", "");
        if (!SECRET.equals(query.get("secret"))) {
            answer(exchange, "{\"errcode\":40125,\"errmsg\":\"invalid appsecret, rid: " + query.get("secret") + "\"}");
        } else if (!codes.containsKey(code)) {
            answer(exchange, "{\"errcode\":40029,\"errmsg\":\"invalid code " + code + "\"}");
        } else if (!used.add(code)) {
            answer(exchange, "{\"errcode\":40163,\"errmsg\":\"code been used " + code + "\"}");
        } else {
            answer(
                    exchange,
                    "{\"session_key\":\"canary-session-key\",\"openid\":\"" + codes.get(code)
                            + "\",\"unionid\":\"u\"}");
        }
    }

    private void phone(HttpExchange exchange) throws IOException {
        String code = JSON.readTree(exchange.getRequestBody().readAllBytes())
                .get("code")
                .asString();
        if (!"access_token=t-1".equals(exchange.getRequestURI().getQuery())) {
            answer(exchange, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
        } else if (!codes.containsKey(code) || !used.add(code)) {
            answer(exchange, "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        } else {
            String phone = codes.get(code);
            answer(exchange, """
                    {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"%1$s","purePhoneNumber":"%1$s",
                     "countryCode":"86","watermark":{"timestamp":1,"appid":"wx-demo"}}}""".formatted(phone));
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String basic = "Basic "
                + Base64.getEncoder().encodeToString("gateway:a-verification-secret".getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            StubService.answer(exchange, 401, "text/plain", "");
            return;
        }
        JsonNode person = asked.path("representative");
        String key = text(asked, "name")
                + text(asked, "creditCode")
                + text(asked, "idNumber")
                + text(asked, "phone")
                + text(person, "name")
                + text(person, "idNumber");
        answer(exchange, "{\"match\":" + facts.contains(key) + "}");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** JSON under the label WeChat gives it. */
    public static void answer(HttpExchange exchange, String json) throws IOException {
        StubService.answer(exchange, 200, "text/plain", json);
    }

    /** Moves the clock of the gateway. */
    public void clock(Duration moved) {
        try {
            Files.writeString(offset, moved.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public HttpResponse<String> enter(String code) {
        return edge.post("/api/v1/sessions/wechat", "{\"code\":\"" + code + "\"}");
    }

    /** A ticket for an account nobody is known by. */
    public String ticket(String openid) {
        return Edge.json(enter(loginCode(openid))).get("bindingTicket").asString();
    }

    public HttpResponse<String> prove(String ticket, String name, String idNumber, String phone) {
        return edge.post("/api/v1/sessions/wechat/identity", """
                {"bindingTicket":"%s","phoneCode":"%s","name":"%s","idType":"ID_CARD","idNumber":"%s"}""".formatted(ticket, phoneCode(phone), name, idNumber));
    }

    /** What a token says of whom its bearer may act for. */
    public static List<String> actsFor(JsonNode pair) {
        try {
            List<String> claim = SignedJWT.parse(pair.get("accessToken").asString())
                    .getJWTClaimsSet()
                    .getStringListClaim("acts_for");
            return claim == null ? List.of() : claim;
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public HttpResponse<String> refresh(JsonNode pair) {
        return edge.post(
                "/api/v1/sessions/refresh",
                "{\"refreshToken\":\"" + pair.get("refreshToken").asString() + "\"}");
    }

    /** Every row of every table as text. */
    public List<String> stored() {
        return edge.database.everything();
    }
}
