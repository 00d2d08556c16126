package court.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** The id and secret that a service or machine names itself with (RFC 7617). */
record Credentials(String id, String secret) {

    static Optional<Credentials> of(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String[] pair = decoded(authorization.substring(6).strip()).split(":", 2);
        return pair.length == 2 ? Optional.of(new Credentials(pair[0], pair[1])) : Optional.empty();
    }

    /** Whether this is the secret; takes as long for a wrong one as for the right one. No secret is nobody's. */
    boolean prove(String expected) {
        boolean same = MessageDigest.isEqual(Sha256.of(expected), Sha256.of(secret));
        return same && !expected.isEmpty();
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + id + "]";
    }
}
