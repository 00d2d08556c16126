package court.platform.note;

/** The note cannot be read, or nobody we trust has signed it. Nothing in it may be used. */
public final class NoteRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoteRejected(String reason) {
        super(reason);
    }
}
