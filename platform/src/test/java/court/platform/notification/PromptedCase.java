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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import tools.jackson.databind.JsonNode;

/** A case whose people are prompted by a running service, with providers that do as a test tells them. */
abstract class PromptedCase {

    static final String PHONE = "13800000001";
    static final String OPENID = "oCanary0000000000000000000001";
    static final Duration SOON = Duration.ofSeconds(20);
    static final TestTokens TOKENS = new TestTokens();
    static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    static final FakeMessengers MESSENGERS = new FakeMessengers();
    static final RunningService SERVICE = start();

    final UUID caseId = UUID.randomUUID();

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

    @BeforeEach
    void allIsWell() {
        MESSENGERS.sms(Manner.GOOD);
        MESSENGERS.weChat(Manner.GOOD, 0);
        MESSENGERS.receipt("DELIVERED");
    }

    Prompt prompt(String key, @Nullable String openid, @Nullable String phone) {
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

    static void tell(Prompt... prompts) {
        unit().run(() ->
                        SERVICE.bean(Notifications.class).tell(List.of(prompts)).thenReturn(true))
                .block();
    }

    static WriteUnit unit() {
        return SERVICE.bean(WriteUnit.class);
    }

    NotificationView only() {
        List<NotificationView> all =
                SERVICE.bean(Notifications.class).of(caseId).collectList().block();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    void becomes(String state) {
        await().atMost(SOON).until(() -> only().state().equals(state));
    }

    List<JsonNode> sms() {
        return MESSENGERS.sms().stream()
                .filter(it -> it.at("/values/about").asString().equals(mark()))
                .toList();
    }

    List<JsonNode> cards() {
        return MESSENGERS.cards().stream()
                .filter(it -> it.at("/data/thing2/value").asString().equals(mark()))
                .toList();
    }
}
