package court.platform.messenger;

import court.platform.outbox.TextDigests;
import court.platform.outside.OutsideParty;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SMS provider over HTTP: JSON, each request signed with HMAC-SHA256 (RFC 2104) over method, path, time and digest of the
 * body. Answers are told with status 200 and a {@code code}; {@code OK} means that the provider has the message.
 */
final class SmsClient implements SmsPort {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/messages";

    private final OutsideParty provider;
    private final SmsProperties properties;
    private final Clock clock;

    SmsClient(SmsProperties properties, Clock clock) {
        this.provider = new OutsideParty("the SMS provider", properties.address());
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Outcome> send(Sms sms) {
        if (properties.secret().isEmpty()) {
            return Mono.just(new Outcome.Later("SMS_NOT_CONFIGURED"));
        }
        return Mono.defer(() -> {
                    String body = JSON.writeValueAsString(sms);
                    return provider.postText(signed("POST", PATH, body), body, PATH);
                })
                .map(SmsClient::outcome)
                .onErrorResume(failure -> Mono.just(Outcome.of("SMS", failure)));
    }

    @Override
    public Mono<Outcome> receipt(String clientId) {
        String path = PATH + "/" + clientId;
        return Mono.defer(() -> provider.get(signed("GET", path, ""), PATH + "/{id}", clientId))
                .map(SmsClient::outcome)
                .onErrorResume(failure -> Mono.just(Outcome.of("SMS", failure)));
    }

    private static Outcome outcome(JsonNode answer) {
        String code = answer.path("code").asString("");
        return switch (code) {
            case "OK" -> state(answer);
            case "RATE_LIMITED", "BUSY", "SIGNATURE_INVALID", "UNKNOWN_MESSAGE" -> new Outcome.Later("SMS_" + code);
            case "" -> new Outcome.Doubtful("SMS_UNREADABLE");
            default -> new Outcome.Rejected("SMS_" + plain(code));
        };
    }

    private static Outcome state(JsonNode answer) {
        return switch (answer.path("state").asString("")) {
            case "DELIVERED" -> new Outcome.Delivered();
            case "UNDELIVERED" ->
                new Outcome.Rejected("SMS_" + plain(answer.path("reason").asString("UNDELIVERED")));
            default -> new Outcome.Accepted(plain(answer.path("messageId").asString("")));
        };
    }

    /** What comes from outside goes into a column and a log: codes and ids only. */
    private static String plain(String text) {
        String cleaned = text.replaceAll("[^A-Za-z0-9_.-]", "");
        return cleaned.substring(0, Math.min(cleaned.length(), 64));
    }

    private HttpHeaders signed(String method, String path, String body) {
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Key-Id", properties.keyId());
        headers.set("X-Timestamp", time);
        headers.set(
                "X-Signature",
                hmac(String.join("\n", method, path, time, TextDigests.of(body).sha256())));
        return headers;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
