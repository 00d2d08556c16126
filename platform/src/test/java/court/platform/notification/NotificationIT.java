package court.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.json.Secret;
import court.platform.outbox.WriteUnit;
import court.platform.support.FakeMessengers;
import court.platform.support.FakeMessengers.Manner;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Prompts from the transaction to the phone, with providers that fail. */
class NotificationIT {

    private static final String PHONE = "13800000001";
    private static final String OPENID = "oCanary0000000000000000000001";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestTokens TOKENS = new TestTokens();
    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final FakeMessengers MESSENGERS = new FakeMessengers();
    private static final RunningService SERVICE = start();

    private final UUID caseId = UUID.randomUUID();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Trial {}

    private static RunningService start() {
        Map<String, Object> properties = new HashMap<>(MESSENGERS.properties());
        properties.put("court.source", "trial");
        properties.put("spring.config.import", "classpath:court/platform.yml");
        properties.put("court.notification.lease", "2s");
        return RunningService.start(Trial.class, DATABASE, TOKENS, RunningService.folder("prompts"), properties);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @BeforeEach
    void allIsWell() {
        MESSENGERS.sms(Manner.GOOD);
        MESSENGERS.weChat(Manner.GOOD, 0);
        MESSENGERS.receipt("DELIVERED");
    }

    private Prompt prompt(String key, @Nullable String openid, @Nullable String phone) {
        return new Prompt(
                caseId,
                caseId + "/" + key,
                new Recipient("p1", secret(openid), secret(phone)),
                new Wording("FILING_RECEIVED", "执行申请已收到", mark(), "请留意后续通知", Map.of("name", "张某")));
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : new Secret("p1", text);
    }

    /** Tells this case's messages from those of others. */
    private String mark() {
        return caseId.toString().substring(0, 8);
    }

    private static void tell(Prompt... prompts) {
        unit().run(() ->
                        SERVICE.bean(Notifications.class).tell(List.of(prompts)).thenReturn(true))
                .block();
    }

    private static WriteUnit unit() {
        return SERVICE.bean(WriteUnit.class);
    }

    private NotificationView only() {
        List<NotificationView> all =
                SERVICE.bean(Notifications.class).of(caseId).collectList().block();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void becomes(String state) {
        await().atMost(SOON).until(() -> only().state().equals(state));
    }

    private List<JsonNode> sms() {
        return MESSENGERS.sms().stream()
                .filter(it -> it.at("/values/about").asString().equals(mark()))
                .toList();
    }

    private List<JsonNode> cards() {
        return MESSENGERS.cards().stream()
                .filter(it -> it.at("/data/thing2/value").asString().equals(mark()))
                .toList();
    }

    @Test
    void aPromptToldTwiceIsSentOnceAndItsReceiptIsFetched() {
        tell(prompt("a", null, PHONE), prompt("a", null, PHONE));
        tell(prompt("a", null, PHONE));

        becomes("DELIVERED");
        assertThat(sms()).hasSize(1);
        assertThat(sms().getFirst().path("phone").asString()).isEqualTo(PHONE);
        assertThat(sms().getFirst().at("/values/name").asString()).isEqualTo("张某");
        assertThat(only().recipient()).isEqualTo("138****0001");
        assertThat(only().deliveredAt()).isNotNull();
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        Mono<Boolean> failing = unit().run(() -> SERVICE.bean(Notifications.class)
                .tell(List.of(prompt("a", null, PHONE)))
                .then(Mono.error(new IllegalStateException("no"))));

        assertThat(failing.onErrorReturn(false).block()).isFalse();

        assertThat(SERVICE.bean(Notifications.class).of(caseId).collectList().block())
                .isEmpty();
    }

    @Test
    void afterAnOutageItArrivesOnce() {
        MESSENGERS.sms(Manner.DOWN);
        tell(prompt("a", null, PHONE));
        await().atMost(SOON).until(() -> only().attempts() > 2);
        assertThat(only().failure()).contains("自动重试");
        assertThat(operations("")).contains(only().id().toString()).doesNotContain(PHONE);

        MESSENGERS.sms(Manner.GOOD);

        becomes("DELIVERED");
        assertThat(sms()).hasSize(1);
    }

    @Test
    void whatArrivedWithoutAnAnswerIsSentAgainUnderItsNumberAndArrivesOnce() {
        MESSENGERS.sms(Manner.LOST);
        int before = MESSENGERS.asked();
        tell(prompt("a", null, PHONE));
        await().atMost(SOON).until(() -> MESSENGERS.asked() > before + 1);
        assertThat(only().state()).isEqualTo("UNKNOWN");

        MESSENGERS.sms(Manner.GOOD);

        becomes("DELIVERED");
        assertThat(sms()).hasSize(1);
    }

    @Test
    void weChatComesFirst() {
        tell(prompt("a", OPENID, PHONE));

        becomes("SENT");
        assertThat(cards()).hasSize(1);
        assertThat(cards().getFirst().path("touser").asString()).isEqualTo(OPENID);
        assertThat(cards().getFirst().path("template_id").asString()).isEqualTo("template-1");
        assertThat(only().recipient()).isEqualTo("微信小程序账号");
        assertThat(sms()).isEmpty();
    }

    @Test
    void whoRefusesWeChatGetsAnSmsAndTheCourtSeesWhy() {
        MESSENGERS.weChat(Manner.GOOD, 43101);

        tell(prompt("a", OPENID, PHONE));

        becomes("DELIVERED");
        assertThat(only().channel()).isEqualTo(Channel.SMS);
        assertThat(only().weChatFailure()).isEqualTo("当事人未订阅或拒收微信消息。");
        assertThat(cards()).isEmpty();
        assertThat(sms()).hasSize(1);
    }

    @Test
    void aWeChatMessageThatMayHaveArrivedGoesOnBySms() {
        MESSENGERS.weChat(Manner.LOST, 0);

        tell(prompt("a", OPENID, PHONE));

        becomes("DELIVERED");
        assertThat(cards()).hasSize(1);
        assertThat(sms()).hasSize(1);
    }

    @Test
    void anEndedTokenIsRenewedByItself() {
        tell(prompt("a", OPENID, null));
        becomes("SENT");
        MESSENGERS.newToken();

        Prompt another = prompt("b", OPENID, null);
        tell(another);

        await().atMost(SOON).until(() -> cards().size() == 2);
    }

    @Test
    @DisplayName(
            "a bounced message is seen: for the court in words, for operations in the list, and it can be sent again")
    void aBouncedMessageIsSeen() {
        MESSENGERS.receipt("UNDELIVERED");
        tell(prompt("a", null, PHONE));

        becomes("FAILED");
        assertThat(only().failure()).contains("关机");
        assertThat(operations("")).contains(only().id().toString(), "SMS_PHONE_OFF");
        await().atMost(SOON).until(() -> failed() > 0);

        MESSENGERS.receipt("DELIVERED");
        assertThat(operations("/" + only().id() + "/resend")).contains("WAITING");
        becomes("DELIVERED");
    }

    @Test
    void whoCannotBeReachedIsSeenAtOnce() {
        tell(prompt("a", null, null));

        assertThat(only().state()).isEqualTo("FAILED");
        assertThat(only().failure()).contains("电话");
    }

    @Test
    void whatAProcessLeftWhenItDiedIsTakenUpAgain() throws SQLException {
        tell(prompt("a", null, PHONE));
        becomes("DELIVERED");
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            // as after kill -9 between the sending and the keeping
            statement.execute(
                    "update notification set state = 'UNKNOWN', delivered_at = null, next_at = now() where case_id = '"
                            + caseId + "'");
        }

        becomes("DELIVERED");
        assertThat(sms()).hasSize(1);
    }

    @Test
    @DisplayName("canary: neither phone nor account nor words stand in the table or in what operations see")
    void nothingIsInTheClear() throws SQLException {
        tell(prompt("a", OPENID, PHONE), prompt("b", null, PHONE));
        await().atMost(SOON).until(() -> sms().size() == 1 && cards().size() == 1);

        StringBuilder dump = new StringBuilder();
        try (var connection = DATABASE.connect();
                var rows = connection.createStatement().executeQuery("select n::text from notification n")) {
            while (rows.next()) {
                dump.append(rows.getString(1));
            }
        }

        assertThat(dump.toString())
                .contains(caseId.toString())
                .doesNotContain(PHONE, OPENID, "张某", "执行申请已收到", "138****");
    }

    private static double failed() {
        return SERVICE.bean(MeterRegistry.class)
                .get("court.notifications.failed")
                .gauge()
                .value();
    }

    private static String operations(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(SERVICE.address() + "/api/v1/operations/trial/notifications" + path))
                .header("Authorization", "Bearer " + TOKENS.operations());
        if (!path.isEmpty()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).POST(HttpRequest.BodyPublishers.noBody());
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
