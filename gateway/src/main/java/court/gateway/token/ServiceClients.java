package court.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services that may ask for tokens of their own.
 *
 * @param clients secret by client id; a client without a secret is none
 */
@ConfigurationProperties("court")
record ServiceClients(@DefaultValue Map<String, String> clients) {

    /** Which client these credentials (RFC 7617) are of; takes as long for a wrong secret as for a right one. */
    Optional<String> known(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String[] pair = decoded(authorization.substring(6).strip()).split(":", 2);
        String expected = clients.getOrDefault(pair[0], "");
        boolean same = pair.length == 2 && MessageDigest.isEqual(digest(expected), digest(pair[1]));
        return same && !expected.isEmpty() ? Optional.of(pair[0]) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static byte[] digest(String secret) {
        return Sha256.of(secret);
    }

    @Override
    public String toString() {
        return "ServiceClients" + clients.keySet();
    }
}
