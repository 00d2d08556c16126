package court.platform.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the SMS provider's answers are taken for. */
class SmsClientTest {

    private static final SmsPort.Sms SMS = new SmsPort.Sms("1", "13800000001", "FILING_RECEIVED", Map.of());
    private static volatile String answer = "{\"code\":\"OK\"}";
    private static HttpServer provider;
    private static SmsClient client;

    @BeforeAll
    static void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        client = new SmsClient(
                new SmsProperties("http://127.0.0.1:" + provider.getAddress().getPort(), "court", "a-secret"),
                Clock.systemUTC());
        // the very first exchange of a process may take longer than one is waited for
        await().until(() -> client.send(SMS).block() instanceof Outcome.Accepted);
    }

    @AfterAll
    static void stop() {
        provider.stop(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"code":"OK","messageId":"m-1","state":"ACCEPTED"}             | Accepted[messageId=m-1]
            {"code":"OK","state":"DELIVERED"}                              | Delivered[]
            {"code":"OK","state":"UNDELIVERED","reason":"PHONE_OFF"}       | Rejected[code=SMS_PHONE_OFF]
            {"code":"RATE_LIMITED"}                                        | Later[code=SMS_RATE_LIMITED]
            {"code":"NUMBER_INVALID"}                                      | Rejected[code=SMS_NUMBER_INVALID]
            {}                                                             | Doubtful[code=SMS_UNREADABLE]
            {"code":"NO <b>13800000001</b>\\nline"}                        | Rejected[code=SMS_NOb13800000001bline]
            {"code":"OK","state":"UNDELIVERED","reason":"关机 139'; --"}     | Rejected[code=SMS_139--]
            """)
    void onlyAPlainYesIsOneAndCodesAreCodes(String told, String outcome) {
        answer = told;

        assertThat(client.send(SMS).block()).hasToString(outcome);
    }
}
