package court.gateway.session;

import court.gateway.token.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A refresh token: 256 random bits, of which only the digest is kept. */
record RefreshToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String sha256() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
