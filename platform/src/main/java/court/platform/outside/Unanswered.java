package court.platform.outside;

/** A party outside gave no usable answer. Says by what kind of failure, and nothing of address, question or answer. */
public final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** How it failed. */
    public enum Kind {
        /** No connection: nothing was sent. */
        NOT_REACHED,
        /** Too busy or turned off, as it says itself: nothing was done. */
        BUSY,
        /** It does not take our question as it is. */
        TURNED_AWAY,
        /** Sent, and nothing usable came back: it may have been done. */
        DOUBTFUL
    }

    Unanswered(Kind kind, String what) {
        super(what, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static Unanswered status(int status) {
        Kind kind = status == 429 || status == 503 ? Kind.BUSY : status >= 500 ? Kind.DOUBTFUL : Kind.TURNED_AWAY;
        return new Unanswered(kind, "HTTP " + status);
    }
}
