package court.platform.bag;

/**
 * What is known of one file in a bag.
 *
 * @param sha256 FIPS 180-4, lower-case hex, like the others
 * @param sha512 FIPS 180-4
 * @param sm3 GB/T 32905
 * @param crc32 which ZIP wants besides
 * @param size in bytes
 */
record Fingerprints(String sha256, String sha512, String sm3, long crc32, long size) {}
