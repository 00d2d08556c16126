package court.deploy.simulators.wechat;

import court.deploy.simulators.verification.Register;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who uses WeChat: an open id per account and mini-program that never changes, and a phone number. */
final class WeChatAccounts {

    private static final int CALLS_PER_MINUTE = 100;

    private final Map<String, Minute> calls = new ConcurrentHashMap<>();
    private final Register register;
    private final String program;
    private final Clock clock;

    /** @param program id of the mini-program */
    WeChatAccounts(Register register, String program, Clock clock) {
        this.register = register;
        this.program = program;
        this.clock = clock;
    }

    private record Minute(long number, int calls) {}

    boolean exists(String account) {
        return register.holder(account).isPresent();
    }

    String phone(String account) {
        return register.holder(account).orElseThrow().phone();
    }

    /** Whether somebody uses the mini-program under this open id. */
    boolean uses(String openid) {
        return register.citizens().stream()
                .anyMatch(it -> openid(program, it.account()).equals(openid));
    }

    /** Whether this open id is this account's. */
    boolean is(String account, String openid) {
        return openid(program, account).equals(openid);
    }

    /** 28 characters, as the real ones. */
    String openid(String appid, String account) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((appid + "|" + account).getBytes(StandardCharsets.UTF_8));
            return "o" + Base64.getUrlEncoder().encodeToString(digest).substring(0, 27);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Refuses the hundred and first exchange of one person within a minute. */
    void countCall(String account) {
        long now = clock.instant().getEpochSecond() / 60;
        Minute minute = calls.merge(
                account,
                new Minute(now, 1),
                (known, first) -> known.number() == now ? new Minute(now, known.calls() + 1) : first);
        if (minute.calls() > CALLS_PER_MINUTE) {
            throw WeChatError.TOO_OFTEN.because();
        }
    }
}
