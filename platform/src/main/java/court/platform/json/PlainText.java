package court.platform.json;

/** Text that every store and every file can hold: no NUL, which PostgreSQL refuses, and no half characters. */
public final class PlainText {

    private PlainText() {}

    /** Gives the text back, or refuses it. */
    public static String check(String text) {
        if (text.indexOf('\0') >= 0) {
            throw TextRefusal.NUL_CHARACTER.because();
        }
        if (hasLoneSurrogate(text)) {
            throw TextRefusal.LONE_SURROGATE.because();
        }
        return text;
    }

    /** Whether half of a pair stands alone; such text has no UTF-8 form (RFC 3629 §3). */
    static boolean hasLoneSurrogate(String text) {
        // codePoints() joins proper pairs, so a surrogate that is left stands alone
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
