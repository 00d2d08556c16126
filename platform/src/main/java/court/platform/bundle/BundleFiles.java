package court.platform.bundle;

/** The names of a bundle's files, the same over HTTP and in a folder. The note comes last: with it the bundle is whole. */
public final class BundleFiles {

    private BundleFiles() {}

    public static String note(long number) {
        return "bundle-%08d.note".formatted(number);
    }

    /** The package. */
    public static String content(long number) {
        return "bundle-%08d.zip".formatted(number);
    }

    /** The package's ledger proof. */
    public static String proof(long number) {
        return "bundle-%08d.tlog-proof".formatted(number);
    }

    /** An acknowledgement on its way back. */
    public static String acknowledgement(long number) {
        return "acknowledgement-%08d.note".formatted(number);
    }
}
