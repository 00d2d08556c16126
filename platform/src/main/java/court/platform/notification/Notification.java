package court.platform.notification;

import court.platform.json.Secret;
import court.platform.messenger.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prompt on its way.
 *
 * <pre>
 *            taken up          accepted         receipt (SMS only)
 *   Waiting ──────────▶ Unknown ───────▶ Sent ──────────────▶ Delivered
 *      ▲                │  │               │
 *      └─surely not sent┘  │ rejected      │ not delivered
 *                          ▼               ▼
 *      Waiting by SMS, when it was WeChat and there is a phone; else Failed
 * </pre>
 *
 * It is unknown from the moment before it is sent. What is unknown is sent again by SMS under the same number, which the
 * provider knows again; WeChat knows none, so there it goes on by SMS if it can.
 */
record Notification(
        UUID id, UUID caseId, Channel channel, State state, int attempts, Instant createdAt, Contents contents) {

    /** How far it has come. */
    enum State {
        WAITING,
        UNKNOWN,
        SENT,
        DELIVERED,
        FAILED
    }

    /**
     * What is sealed.
     *
     * @param wording a {@link Wording} as JSON
     */
    record Contents(@Nullable Secret openid, @Nullable Secret phone, Secret wording) {

        boolean reachable() {
            return openid != null || phone != null;
        }
    }

    /**
     * What is written of it next.
     *
     * @param error why it did not go, as a code
     * @param messageId the provider's own number
     * @param pause until it is taken up again; null when it is over
     */
    record Next(
            Channel channel,
            State state,
            @Nullable String error,
            @Nullable String messageId,
            @Nullable Duration pause) {}

    /** What an exchange makes of it. */
    Next after(Outcome outcome, Patience patience, Instant now) {
        boolean late = Duration.between(createdAt, now).compareTo(patience.giveUpAfter()) > 0;
        return switch (outcome) {
            case Outcome.Accepted(var id) -> accepted(id, late, patience);
            case Outcome.Delivered _ -> new Next(channel, State.DELIVERED, null, null, null);
            case Outcome.Rejected(var code) -> elsewhere(code);
            case Outcome.Later(var code)
            when code.equals("SMS_UNKNOWN_MESSAGE") && !late ->
                new Next(channel, State.WAITING, code, null, pause(patience));
            case Outcome.Later(var code) when late || tired(patience) -> elsewhere(late ? "EXPIRED" : code);
            case Outcome.Later(var code) ->
                new Next(channel, asked() ? state : State.WAITING, code, null, pause(patience));
            case Outcome.Doubtful(var code)
            when channel == Channel.WECHAT && contents.phone() != null -> elsewhere(code);
            case Outcome.Doubtful(var code) when late -> elsewhere("EXPIRED");
            case Outcome.Doubtful(var code) ->
                new Next(channel, asked() ? state : State.UNKNOWN, code, null, pause(patience));
        };
    }

    /** Whether WeChat may have it from a sending whose end nobody saw: it goes on by SMS then, if it can. */
    boolean lostOnTheWay() {
        return channel == Channel.WECHAT && state == State.UNKNOWN && contents.phone() != null;
    }

    /** Whether only its receipt is asked for. */
    boolean asked() {
        return state == State.SENT;
    }

    private Next accepted(String messageId, boolean late, Patience patience) {
        boolean receipt = channel == Channel.SMS && !(late && asked());
        return new Next(channel, State.SENT, null, messageId, receipt ? pause(patience) : null);
    }

    private Next elsewhere(String code) {
        boolean bySms = channel == Channel.WECHAT && contents.phone() != null && !code.equals("EXPIRED");
        return bySms
                ? new Next(Channel.SMS, State.WAITING, code, null, Duration.ZERO)
                : new Next(channel, asked() && code.equals("EXPIRED") ? State.SENT : State.FAILED, code, null, null);
    }

    /** WeChat is not waited for without end while there is another way. */
    private boolean tired(Patience patience) {
        return channel == Channel.WECHAT && contents.phone() != null && attempts + 1 >= patience.weChatAttempts();
    }

    private Duration pause(Patience patience) {
        Duration doubled = patience.pause().multipliedBy(1L << Math.min(attempts, 16));
        return doubled.compareTo(patience.longestPause()) < 0 ? doubled : patience.longestPause();
    }
}
