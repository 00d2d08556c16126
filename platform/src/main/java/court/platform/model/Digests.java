package court.platform.model;

import java.util.regex.Pattern;

/**
 * The two fingerprints 数字指纹 of the same bytes, lower-case hex.
 *
 * @param sha256 FIPS 180-4, 64 digits
 * @param sm3 GB/T 32905, 64 digits
 */
public record Digests(String sha256, String sm3) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digests {
        requireHex(sha256);
        requireHex(sm3);
    }

    private static void requireHex(String digest) {
        if (!HEX.matcher(digest).matches()) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
    }
}
