package court.gateway.wechat;

import court.gateway.token.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

/** Says that its bearer just showed a WeChat account nobody is known by yet: 256 random bits, of which the digest is kept. */
public record BindingTicket(String text) {

    public static final Duration LASTS = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    static BindingTicket fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new BindingTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String sha256() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    @Override
    public String toString() {
        return "BindingTicket";
    }
}
