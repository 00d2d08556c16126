package court.deploy.simulators.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SMS provider, asked over HTTP as a service asks it. */
@SpringBootTest(
        classes = SmsTest.ProviderAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "court.simulators.gateway-secret=a secret",
            "court.simulators.sms-templates=../local/demo/sms-templates.json",
            "court.simulators.sms-key-id=court",
            "court.simulators.sms-secret=an-sms-secret"
        })
class SmsTest {

    @SpringBootApplication
    static class ProviderAlone {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PHONE = "19900000001";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String id = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    @BeforeEach
    void behavesWell() throws Exception {
        play("NORMAL");
    }

    private JsonNode sms(String clientId, String phone, String template) throws Exception {
        return JSON.readTree(send("POST", "/messages", "an-sms-secret", """
                {"clientId":"%s","phone":"%s","template":"%s","values":{"court":"演示法院","name":"张某","advice":"请留意通知"}}""".formatted(clientId, phone, template))
                .body());
    }

    private JsonNode receipt(String clientId) throws Exception {
        return JSON.readTree(
                send("GET", "/messages/" + clientId, "an-sms-secret", "").body());
    }

    private HttpResponse<String> send(String method, String path, String secret, String body) throws Exception {
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = method + "\n" + path + "\n1700000000\n" + digest;
        HttpRequest request = request("/sms" + path)
                .header("X-Key-Id", "court")
                .header("X-Timestamp", "1700000000")
                .header("X-Signature", HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
    }

    private void play(String behaviour) throws Exception {
        HttpRequest request = request("/script/sms")
                .PUT(BodyPublishers.ofString("{\"behaviour\":\"" + behaviour + "\"}"))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private JsonNode arrived() throws Exception {
        JsonNode all = JSON.readTree(http.send(request("/script/sms/messages").build(), BodyHandlers.ofString())
                .body());
        return all.valueStream()
                .filter(it -> it.get("clientId").asString().equals(id))
                .findFirst()
                .orElse(JSON.createObjectNode());
    }

    @Test
    void theSameNumberArrivesOnceAndItsReceiptIsThere() throws Exception {
        JsonNode first = sms(id, PHONE, "FILING_RECEIVED");
        JsonNode second = sms(id, "19900000002", "FILING_RECEIVED");

        assertThat(second).isEqualTo(first);
        assertThat(arrived().get("phone").asString()).isEqualTo(PHONE);
        assertThat(arrived().get("times").asInt()).isEqualTo(2);
        assertThat(arrived().get("text").asString()).startsWith("【演示法院】张某：").contains("请留意通知");
        assertThat(receipt(id).get("state").asString()).isEqualTo("DELIVERED");
        assertThat(receipt("other").get("code").asString()).isEqualTo("UNKNOWN_MESSAGE");
    }

    @Test
    void whatIsNotSignedByTheCustomerIsNotTaken() throws Exception {
        String body = "{\"clientId\":\"%s\",\"phone\":\"%s\",\"template\":\"FILING_RECEIVED\",\"values\":{}}"
                .formatted(id, PHONE);

        assertThat(send("POST", "/messages", "another secret", body).body()).contains("SIGNATURE_INVALID");
        assertThat(arrived().has("text")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NUMBER_INVALID,NUMBER_INVALID", "BLACKLISTED,BLACKLISTED", "RATE_LIMITED,RATE_LIMITED"})
    void byScriptItSaysNo(String behaviour, String code) throws Exception {
        play(behaviour);

        assertThat(sms(id, PHONE, "FILING_RECEIVED").get("code").asString()).isEqualTo(code);
        assertThat(arrived().has("text")).isFalse();
    }

    @Test
    void byScriptItIsDownLosesAnswersOrNeverDelivers() throws Exception {
        play("DOWN");
        assertThat(send("GET", "/messages/" + id, "an-sms-secret", "").statusCode())
                .isEqualTo(503);

        play("LOST");
        assertThat(sms(id, PHONE, "FILING_RECEIVED").get("code").asString()).isEmpty();
        assertThat(arrived().has("text")).isTrue();

        play("UNDELIVERED");
        String never = UUID.randomUUID().toString();
        assertThat(sms(never, PHONE, "FILING_RECEIVED").get("code").asString()).isEqualTo("OK");
        assertThat(receipt(never).get("reason").asString()).isEqualTo("PHONE_OFF");
    }

    @Test
    void wrongNumbersAndUnknownTemplatesAreRefused() throws Exception {
        assertThat(sms(id, "021-10000000", "FILING_RECEIVED").get("code").asString())
                .isEqualTo("NUMBER_INVALID");
        assertThat(sms(id, PHONE, "NOTHING").get("code").asString()).isEqualTo("TEMPLATE_UNKNOWN");
    }
}
