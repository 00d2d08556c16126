package court.platform.model;

/**
 * The two fingerprints 数字指纹 of the same bytes, lower-case hex.
 *
 * @param sha256 FIPS 180-4, 64 digits
 * @param sm3 GB/T 32905, 64 digits
 */
public record Digests(String sha256, String sm3) {

    private static final int DIGITS = 64;

    public Digests {
        requireHex(sha256);
        requireHex(sm3);
    }

    private static void requireHex(String digest) {
        boolean isHex = digest.length() == DIGITS;
        for (int i = 0; isHex && i < DIGITS; i++) {
            char c = digest.charAt(i);
            isHex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        if (!isHex) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
    }
}
