package court.platform.messenger;

import java.util.Set;

/** An error code of WeChat's server interface, as its documentation lists them. */
final class WeChatError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** invalid, missing, expired or replaced token */
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 41001, 42001);

    /** busy; quota of the day or minute used up; sent at the same moment; wrong secret or app id, which operations mend */
    private static final Set<Integer> PASSING = Set.of(-1, 45009, 45011, 45047, 43108, 40013, 40125, 40164);

    private final int code;

    WeChatError(int code) {
        super("WeChat error " + code, null, false, false);
        this.code = code;
    }

    boolean aboutTheToken() {
        return TOKEN.contains(code);
    }

    /** Whatever is not known to pass will not: the user refused (43101), the template or a value is wrong (40037, 47003). */
    Outcome outcome() {
        String told = "WECHAT_" + code;
        return PASSING.contains(code) || aboutTheToken() ? new Outcome.Later(told) : new Outcome.Rejected(told);
    }
}
