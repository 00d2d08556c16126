package court.deploy.simulators.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The court's mini-program as WeChat knows it: id, secret, and the token its backend works with. */
final class MiniProgram {

    static final Duration TOKEN_LASTS = Duration.ofHours(2);

    private final String id;
    private final String secret;
    private final Clock clock;
    private String token = "";
    private Instant until = Instant.MIN;

    MiniProgram(String id, String secret, Clock clock) {
        this.id = id;
        this.secret = secret;
        this.clock = clock;
    }

    void check(String appid, String shown) {
        if (!appid.equals(id)) {
            throw WeChatError.INVALID_APPID.because();
        }
        if (!shown.equals(secret)) {
            throw WeChatError.INVALID_APPSECRET.because();
        }
    }

    /** The stable token: the same for everybody who asks, until it ends or is renewed by force. */
    synchronized String token(boolean renew) {
        if (renew || !clock.instant().isBefore(until)) {
            token = Codes.random(48);
            until = clock.instant().plus(TOKEN_LASTS);
        }
        return token;
    }

    synchronized void check(String shown) {
        if (token.isEmpty() || !shown.equals(token) || !clock.instant().isBefore(until)) {
            throw WeChatError.INVALID_CREDENTIAL.because();
        }
    }
}
