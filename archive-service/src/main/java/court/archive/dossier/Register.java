package court.archive.dossier;

/** The books of the archive. */
public enum Register {
    /** 电子卷宗: every act */
    DOSSIER("entry"),
    /** who saw protected data */
    ACCESSES("access_register"),
    /** what is no business of a case's papers */
    NONE("");

    private final String table;

    Register(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
