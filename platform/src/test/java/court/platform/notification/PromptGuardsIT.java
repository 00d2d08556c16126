package court.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.json.Secret;
import court.platform.outbox.WriteUnit;
import court.platform.support.FakeMessengers;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.DataKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must not be sent, not be sent twice, not be sent again by just anybody. */
class PromptGuardsIT {

    private static final String PHONE = "13800000001";
    private static final String OPENID = "oGuards0000000000000000000001";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestTokens TOKENS = new TestTokens();
    private static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    private static final FakeMessengers MESSENGERS = new FakeMessengers();
    private static RunningService service;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void start() throws SQLException {
        Map<String, Object> properties = new HashMap<>(MESSENGERS.properties());
        properties.put("court.source", "trial");
        properties.put("spring.config.import", "classpath:court/platform.yml");
        properties.put("court.notification.lease", "20s");
        service = RunningService.start(
                NotificationIT.Trial.class, DATABASE, TOKENS, RunningService.folder("prompt-guards"), properties);
        execute("create table step (case_id uuid, number serial, state text, rests interval)");
        execute("""
                create function note() returns trigger language plpgsql as $$ begin
                    insert into step (case_id, state, rests) values (new.case_id, new.state, new.next_at - now());
                    return null; end $$""");
        execute("create trigger note after update on notification for each row execute function note()");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void allIsWell() {
        MESSENGERS.sms(FakeMessengers.Manner.GOOD);
        MESSENGERS.receipt("DELIVERED");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void tell(@Nullable String openid, @Nullable String phone) {
        Prompt prompt = new Prompt(
                caseId,
                caseId + "/a",
                new Recipient("p1", secret(openid), secret(phone)),
                new Wording("FILING_RECEIVED", "执行申请已收到", mark(), "请留意后续通知", Map.of("name", "张某")));
        service.bean(WriteUnit.class)
                .run(() ->
                        service.bean(Notifications.class).tell(List.of(prompt)).thenReturn(true))
                .block();
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : new Secret("p1", text);
    }

    private String mark() {
        return caseId.toString().substring(0, 8);
    }

    private NotificationView only() {
        return service.bean(Notifications.class).of(caseId).single().block();
    }

    private void becomes(String state) {
        await().atMost(SOON).until(() -> only().state().equals(state));
    }

    private long sms() {
        return MESSENGERS.sms().stream()
                .filter(it -> it.at("/values/about").asString().equals(mark()))
                .count();
    }

    private long cards() {
        return MESSENGERS.cards().stream()
                .filter(it -> it.at("/data/thing2/value").asString().equals(mark()))
                .count();
    }

    @Test
    @DisplayName("before anything is sent the prompt is unknown and nobody else takes it for as long as it can last")
    void itIsUnknownAndTakenBeforeItIsSent() throws SQLException {
        tell(null, PHONE);
        becomes("DELIVERED");

        List<String> steps = new ArrayList<>();
        try (var connection = DATABASE.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select state, rests > interval '10 seconds' from step where case_id = '" + caseId
                                + "' order by number")) {
            while (rows.next()) {
                steps.add(rows.getString(1) + " " + rows.getBoolean(2));
            }
        }

        assertThat(steps)
                .startsWith("UNKNOWN true", "SENT false", "SENT true")
                .last()
                .isEqualTo("DELIVERED false");
    }

    @Test
    @DisplayName("what a process had given to WeChat when it died is not given to WeChat again")
    void whatWeChatMayHaveGoesOnBySms() throws SQLException {
        tell(OPENID, PHONE);
        becomes("SENT");

        // as after kill -9 between the sending and the keeping
        execute("update notification set state = 'UNKNOWN', next_at = now() where case_id = '" + caseId + "'");

        becomes("DELIVERED");
        assertThat(only().channel()).isEqualTo(Channel.SMS);
        assertThat(cards()).isOne();
        assertThat(sms()).isOne();
    }

    @Test
    void wordsThatWereLawfullyDeletedAreNotSent() {
        MESSENGERS.sms(FakeMessengers.Manner.DOWN);
        tell(null, PHONE);
        await().atMost(SOON).until(() -> only().attempts() > 0);

        service.bean(DataKeys.class).destroy(caseId, "p1");

        becomes("FAILED");
        assertThat(only().failureCode()).isEqualTo("DELETED");
        assertThat(only().matter()).isEqualTo("（已依法删除）");
        assertThat(sms()).isZero();
    }

    @Test
    void onlyOperationsSeeWhatFailedAndSendItAgain() {
        String judge = TOKENS.staff("judge", "沪0117", "FILING_JUDGE");
        MESSENGERS.receipt("UNDELIVERED");
        tell(null, PHONE);
        becomes("FAILED");

        assertThat(operations(judge, ""))
                .contains("access.role_missing")
                .doesNotContain(only().id().toString());
        assertThat(operations(judge, "/" + only().id() + "/resend")).contains("access.role_missing");
        assertThat(only().state()).isEqualTo("FAILED");
    }

    @Test
    void whatDidNotFailOrHasNoAddressIsNotSentAgain() {
        tell(null, PHONE);
        becomes("DELIVERED");
        assertThat(operations(TOKENS.operations(), "/" + only().id() + "/resend"))
                .contains("notification.not_failed");
        assertThat(only().state()).isEqualTo("DELIVERED");
    }

    @Test
    void whoHasNoAddressIsCalledAndNotSentAgain() {
        tell(null, null);

        assertThat(operations(TOKENS.operations(), "/" + only().id() + "/resend"))
                .contains("notification.not_failed");
        assertThat(only().state()).isEqualTo("FAILED");
    }

    private static String operations(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(service.address() + "/api/v1/operations/trial/notifications" + path))
                .header("Authorization", "Bearer " + token);
        if (!path.isEmpty()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).POST(HttpRequest.BodyPublishers.noBody());
        }
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.ofString())
                .join()
                .body();
    }
}
