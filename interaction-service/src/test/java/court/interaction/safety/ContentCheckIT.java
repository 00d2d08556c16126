package court.interaction.safety;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.ApiExamples;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import court.platform.support.RunningService;
import court.platform.vault.AccountSeal;
import court.platform.vault.KeyPort;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat's opinion of what was said, where that is switched on; WeChat is played by a small server. */
class ContentCheckIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<JsonNode> ASKED = new CopyOnWriteArrayList<>();

    private static HttpServer weChat;
    private static RunningService service;
    private static volatile String verdict = "pass";

    private final OpenCase open = Courthouse.openCase();

    @BeforeAll
    static void start() throws IOException {
        weChat = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        weChat.createContext(
                "/cgi-bin/stable_token", it -> answer(it, 200, "{\"access_token\":\"t\",\"expires_in\":7200}"));
        weChat.createContext("/wxa/msg_sec_check", it -> {
            ASKED.add(JSON.readTree(it.getRequestBody().readAllBytes()));
            answer(
                    it,
                    verdict.isEmpty() ? 500 : 200,
                    "{\"errcode\":0,\"trace_id\":\"trace-1\",\"result\":{\"suggest\":\"" + verdict
                            + "\",\"label\":20002}}");
        });
        weChat.start();
        service = Courthouse.start(Map.of(
                "court.content-check", "wechat",
                "court.notification.wechat.address",
                        "http://127.0.0.1:" + weChat.getAddress().getPort(),
                "court.notification.wechat.app-id", "wx-demo",
                "court.notification.wechat.secret", "a-secret"));
    }

    @AfterAll
    static void stop() {
        service.close();
        weChat.stop(0);
    }

    @Test
    void theVerdictIsTheCourtsAloneAndChangesNothing() {
        verdict = "risky";
        Answer said = say("骂人的话");
        assertThat(said.status()).as(said.code()).isEqualTo(201);

        settled("CHECKED");

        Answer answer = open.judge().get(open.path("/content-checks"));
        ApiExamples.mustBeTrue("ContentCheckController.page", answer.status(), answer.json());
        JsonNode seen = seen(open.judge()).getFirst();
        assertThat(seen.get("suggest").asString()).isEqualTo("risky");
        assertThat(seen.get("label").asInt()).isEqualTo(20_002);
        assertThat(seen.get("messageId")).isEqualTo(said.json().get("messageId"));
        assertThat(open.party("a1").get(open.path("/content-checks")).code()).isEqualTo("access.not_yours");
        for (Caller reader : List.of(open.judge(), open.party("a1"), open.party("a2"))) {
            JsonNode entry = open.entries(reader).getLast();
            assertThat(entry.get("text").asString()).isEqualTo("骂人的话");
            assertThat(entry.toString()).doesNotContain("risky");
        }
        JsonNode asked = ASKED.stream()
                .filter(it -> it.get("content").asString().equals("骂人的话"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.propertyNames()).containsExactlyInAnyOrder("version", "scene", "openid", "content");
        assertThat(asked.get("openid").asString()).isEqualTo("openid-1");
        assertThat(Courthouse.rows("select account is null from content_check where case_id = '" + open.id() + "'"))
                .containsExactly("t");
    }

    @Test
    void aLongTextGoesInPiecesAndTheWorstWordCounts() {
        verdict = "pass";
        say("长".repeat(2_499) + "𠮷" + "短".repeat(100));

        settled("CHECKED");

        List<String> pieces = ASKED.stream()
                .map(it -> it.get("content").asString())
                .filter(it -> it.contains("长") || it.contains("短"))
                .toList();
        assertThat(String.join("", pieces)).isEqualTo("长".repeat(2_499) + "𠮷" + "短".repeat(100));
        assertThat(pieces).allMatch(it -> it.length() <= 2_500).hasSize(2);
    }

    @Test
    void whenWeChatIsAwayNothingIsHeldUpAndItIsSeenInTheFigures() {
        verdict = "";
        double before = unanswered();
        Answer said = say("照常发出");
        assertThat(said.status()).isEqualTo(201);
        assertThat(open.entries(open.party("a2")).getLast().get("text").asString())
                .isEqualTo("照常发出");

        for (int i = 0; i < 6; i++) {
            Courthouse.execute("update content_check set due_at = now() - interval '1 second' where case_id = '"
                    + open.id() + "'");
            service.bean(CheckContentTask.class).round();
        }

        settled("NOT_CHECKED");
        assertThat(unanswered() - before).isGreaterThanOrEqualTo(5);
        assertThat(seen(open.judge()).getFirst().get("error").asString()).isEqualTo("NO_ANSWER");
        assertThat(open.entries(open.judge()).getLast().get("text").asString()).isEqualTo("照常发出");
    }

    @Test
    void whoUsesNoWeChatIsNotAskedAbout() {
        int before = ASKED.size();
        open.party("a1").at(service.address()).post(open.path("/messages"), Map.of("text", "网页上说的"));

        service.bean(CheckContentTask.class).round();

        assertThat(seen(open.judge()).getFirst().get("error").asString()).isEqualTo("NO_ACCOUNT");
        assertThat(ASKED.stream().skip(before))
                .noneMatch(it -> it.get("content").asString().equals("网页上说的"));
    }

    @Test
    void switchedOffNobodyIsAsked() {
        Caller here = Courthouse.caller(Courthouse.tokens().through(open.key("a1"), account()));

        assertThat(here.post(open.path("/messages"), Map.of("text", "没有打开")).status())
                .isEqualTo(201);

        assertThat(Courthouse.rows("select 1 from content_check where case_id = '" + open.id() + "'"))
                .isEmpty();
    }

    private Answer say(String text) {
        return new Caller(service.address(), Courthouse.tokens().through(open.key("a1"), account()))
                .post(open.path("/messages"), Map.of("text", text));
    }

    private static String account() {
        return new AccountSeal(service.bean(KeyPort.class)).close("openid-1");
    }

    private static double unanswered() {
        return service.bean(MeterRegistry.class)
                .counter("court.content.checks", "outcome", "unanswered")
                .count();
    }

    private void settled(String state) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> seen(open.judge()).stream()
                        .map(it -> it.get("state").asString())
                        .toList()
                        .equals(List.of(state)));
    }

    private List<JsonNode> seen(Caller caller) {
        return caller.get(open.path("/content-checks"))
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
