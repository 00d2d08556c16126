package court.platform.note;

import court.platform.merkle.Hash;
import court.platform.model.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final int LETTERS = 22;
    private static final String LAST = "AQgw"; // the last letter carries two bits only
    private static final Pattern TEXT =
            Pattern.compile("\\{\"id\":\"([^\"]*)\",\"sha256\":\"([^\"]*)\",\"sm3\":\"([^\"]*)\",\"v\":1}");

    public Leaf {
        if (!isId(id)) {
            throw new IllegalArgumentException("not a leaf id: " + id);
        }
    }

    private static boolean isId(String id) {
        boolean is = id.length() == LETTERS && LAST.indexOf(id.charAt(LETTERS - 1)) >= 0;
        for (int i = 0; is && i < LETTERS; i++) {
            char c = id.charAt(i);
            is = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-';
        }
        return is;
    }

    public static Leaf of(Digests digests) {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return new Leaf(BASE64URL.encodeToString(id), digests);
    }

    /** Reads a leaf's exact bytes; any other spelling of the same is rejected. */
    public static Leaf parse(byte[] bytes) {
        Matcher parts = TEXT.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw new NoteRejected("not a leaf");
        }
        try {
            return new Leaf(parts.group(1), new Digests(parts.group(2), parts.group(3)));
        } catch (IllegalArgumentException unreadable) {
            throw new NoteRejected("not a leaf: " + unreadable.getMessage());
        }
    }

    /** RFC 8785: keys in order, no white space; the values need no escaping. */
    public String json() {
        return "{\"id\":\"" + id + "\",\"sha256\":\"" + digests.sha256() + "\",\"sm3\":\"" + digests.sm3()
                + "\",\"v\":1}";
    }

    /** What stands in the tree. */
    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    public Hash hash() {
        return Hash.ofLeaf(bytes());
    }
}
