package court.platform.bag;

/**
 * One thing that is wrong with a package, and with which file of it.
 *
 * @param file path within the bag; in round brackets a part of the ZIP that is no file
 * @param reason for whoever looks closer
 */
public record BagFlaw(String file, Kind kind, String reason) {

    /** What kind of wrong. */
    public enum Kind {
        /** The ZIP around the file is not as it was written. */
        CONTAINER,
        /** A name that would lead out of the bag, or mean different files on different systems. */
        NAME,
        /** A name that stands twice. */
        DUPLICATE,
        /** Other bytes than the manifests say. */
        DIGEST,
        /** Listed and not there. */
        MISSING,
        /** There and not listed. */
        EXTRA,
        /** A list or another tag file is missing, unreadable or contradicts itself. */
        TAGS,
        /** The seal is missing, not by the key we trust, or about something else. */
        SEAL,
        /** The proof of its entry in the ledger is missing or does not hold. */
        PROOF
    }

    /** Such as {@code DIGEST data/volume/main.pdf}. */
    @Override
    public String toString() {
        return kind + " " + file;
    }
}
