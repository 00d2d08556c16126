package court.deploy.simulators.wechat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codes a mini-program gets from WeChat for its backend: each good once, for five minutes. */
final class Codes {

    static final Duration LAST = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Clock clock;

    Codes(Clock clock) {
        this.clock = clock;
    }

    /** What a code is good for. */
    enum Use {
        LOGIN,
        PHONE
    }

    private record Code(String account, Use use, Instant until, boolean used) {}

    String issue(String account, Use use) {
        Instant now = clock.instant();
        codes.values().removeIf(code -> code.until().plus(LAST).isBefore(now));
        String text = random(24);
        codes.put(text, new Code(account, use, now.plus(LAST), false));
        return text;
    }

    /** The account the code was given to; of several at once one gets it. */
    String redeem(String text, Use use) {
        Instant now = clock.instant();
        String[] account = new String[1];
        codes.compute(text, (key, code) -> {
            if (code == null || code.use() != use || !now.isBefore(code.until())) {
                throw WeChatError.INVALID_CODE.because();
            }
            if (code.used()) {
                throw WeChatError.CODE_BEEN_USED.because();
            }
            account[0] = code.account();
            return new Code(code.account(), use, code.until(), true);
        });
        return account[0];
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
