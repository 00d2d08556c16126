package court.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.json.Secret;
import court.platform.messenger.Outcome;
import court.platform.notification.Notification.Contents;
import court.platform.notification.Notification.Next;
import court.platform.notification.Notification.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofHours(72), 5);
    private static final Secret SECRET = new Secret("p1", "x");

    private static Notification of(Channel channel, State state, int attempts, @Nullable Secret phone) {
        return new Notification(
                UUID.randomUUID(),
                UUID.randomUUID(),
                channel,
                state,
                attempts,
                NOW,
                new Contents(SECRET, phone, SECRET));
    }

    private static Next after(Notification it, Outcome outcome) {
        return it.after(outcome, PATIENCE, NOW.plusSeconds(60));
    }

    @Test
    void whatWeChatWillNeverDeliverGoesBySms() {
        Next next = after(of(Channel.WECHAT, State.WAITING, 0, SECRET), new Outcome.Rejected("WECHAT_43101"));

        assertThat(next).isEqualTo(new Next(Channel.SMS, State.WAITING, "WECHAT_43101", null, Duration.ZERO));
    }

    @Test
    void withoutAPhoneARefusalIsFinalAtOnce() {
        Next next = after(of(Channel.WECHAT, State.WAITING, 0, null), new Outcome.Rejected("WECHAT_43101"));

        assertThat(next).isEqualTo(new Next(Channel.WECHAT, State.FAILED, "WECHAT_43101", null, null));
    }

    @Test
    void whatMayHaveArrivedByWeChatIsNotSentThereAgainWhenThereIsAPhone() {
        Notification crashed = of(Channel.WECHAT, State.UNKNOWN, 0, SECRET);

        assertThat(crashed.lostOnTheWay()).isTrue();
        assertThat(after(crashed, new Outcome.Doubtful("WECHAT_DOUBTFUL")).channel())
                .isEqualTo(Channel.SMS);
        assertThat(of(Channel.WECHAT, State.UNKNOWN, 0, null).lostOnTheWay()).isFalse();
    }

    @Test
    void aDoubtfulSmsStaysUnknownAndIsTriedAgain() {
        Next next = after(of(Channel.SMS, State.WAITING, 3, SECRET), new Outcome.Doubtful("SMS_DOUBTFUL"));

        assertThat(next).isEqualTo(new Next(Channel.SMS, State.UNKNOWN, "SMS_DOUBTFUL", null, Duration.ofSeconds(16)));
    }

    @Test
    void weChatIsNotWaitedForWithoutEnd() {
        Outcome busy = new Outcome.Later("WECHAT_45009");

        assertThat(after(of(Channel.WECHAT, State.WAITING, 3, SECRET), busy).channel())
                .isEqualTo(Channel.WECHAT);
        assertThat(after(of(Channel.WECHAT, State.WAITING, 4, SECRET), busy).channel())
                .isEqualTo(Channel.SMS);
        assertThat(after(of(Channel.WECHAT, State.WAITING, 4, null), busy).channel())
                .isEqualTo(Channel.WECHAT);
    }

    @Test
    void anSmsIsDeliveredWhenItsReceiptSaysSo() {
        Notification waiting = of(Channel.SMS, State.WAITING, 0, SECRET);
        Notification sent = of(Channel.SMS, State.SENT, 0, SECRET);

        assertThat(after(waiting, new Outcome.Accepted("m1")).pause()).isNotNull();
        assertThat(after(sent, new Outcome.Delivered()).state()).isEqualTo(State.DELIVERED);
        assertThat(after(sent, new Outcome.Rejected("SMS_PHONE_OFF")).state()).isEqualTo(State.FAILED);
        assertThat(after(sent, new Outcome.Later("SMS_BUSY")).state()).isEqualTo(State.SENT);
        assertThat(after(sent, new Outcome.Later("SMS_UNKNOWN_MESSAGE")).state())
                .isEqualTo(State.WAITING);
    }

    @Test
    void afterThreeDaysItIsGivenUpAndWhatWasSentStaysSent() {
        Instant late = NOW.plus(Duration.ofHours(73));
        Outcome busy = new Outcome.Later("SMS_BUSY");

        assertThat(of(Channel.SMS, State.WAITING, 99, SECRET).after(busy, PATIENCE, late))
                .isEqualTo(new Next(Channel.SMS, State.FAILED, "EXPIRED", null, null));
        assertThat(of(Channel.SMS, State.SENT, 99, SECRET)
                        .after(new Outcome.Accepted("m1"), PATIENCE, late)
                        .pause())
                .isNull();
        assertThat(of(Channel.SMS, State.SENT, 99, SECRET)
                        .after(busy, PATIENCE, late)
                        .state())
                .isEqualTo(State.SENT);
    }
}
