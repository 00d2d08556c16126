package court.platform.bundle;

/**
 * How far a court's correspondence in one direction has come: the last number and the digest of its note.
 *
 * @param sha256 of the last note, lower-case hex
 */
public record ChainEnd(long number, String sha256) {

    static final String NOTHING = "0".repeat(64);

    /** Before the first letter. */
    public static final ChainEnd START = new ChainEnd(0, NOTHING);

    public static ChainEnd after(Bundle last, byte[] note) {
        return new ChainEnd(last.number(), BundleNotes.sha256(note));
    }

    /** The number that must come next. */
    public long next() {
        return number + 1;
    }

    /** Whether this is the very next letter and continues our chain and no other. */
    public boolean isFollowedBy(Bundle bundle) {
        return bundle.number() == next() && bundle.previous().equals(sha256);
    }
}
