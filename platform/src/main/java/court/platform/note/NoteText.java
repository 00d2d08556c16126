package court.platform.note;

import court.platform.merkle.Hash;

/** Numbers and hashes as all these formats write them, in one spelling only. */
final class NoteText {

    private static final int HASH_LENGTH = 32;

    private NoteText() {}

    /** Decimal without leading zeros, up to 18 digits. */
    static long number(String decimal) {
        if (!decimal.matches("0|[1-9][0-9]{0,17}")) {
            throw new NoteRejected("not a number");
        }
        return Long.parseLong(decimal);
    }

    /** 32 bytes in base64. */
    static Hash hash(String base64) {
        byte[] bytes = Base64Text.read(base64);
        if (bytes.length != HASH_LENGTH) {
            throw new NoteRejected("not a hash");
        }
        return Hash.of(bytes);
    }
}
