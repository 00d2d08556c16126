package court.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.support.FakeMessengers.Manner;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Prompts from the transaction to the phone, with providers that fail. */
class NotificationIT extends PromptedCase {

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
