package court.ledger.log;

import court.platform.merkle.Hash;
import court.platform.model.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What goes on the ledger for one fact or file: two digests under a random id.
 *
 * <p>Nothing tells the case, the kind or the time, so the whole list of leaves can be shown to anybody.
 *
 * @param id 128 random bits in base64url, without padding
 */
public record Leaf(String id, Digests digests) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    public Leaf {
        if (!id.matches("[0-9A-Za-z_-]{21}[AQgw]")) { // the last digit carries two bits only
            throw new IllegalArgumentException("not a leaf id: " + id);
        }
    }

    public static Leaf of(Digests digests) {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return new Leaf(BASE64URL.encodeToString(id), digests);
    }

    /** RFC 8785: keys in order, no white space; the values need no escaping. */
    public String json() {
        return """
                {"id":"%s","sha256":"%s","sm3":"%s","v":1}""".formatted(id, digests.sha256(), digests.sm3());
    }

    public Hash hash() {
        return Hash.ofLeaf(json().getBytes(StandardCharsets.UTF_8));
    }
}
