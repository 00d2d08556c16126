package court.deploy.simulators.institution;

import org.jspecify.annotations.Nullable;

/**
 * What goes back over the wire.
 *
 * @param signature the institution's, over the body
 * @param pauseMillis to wait before
 */
record Answer(int status, byte[] body, @Nullable String signature, int pauseMillis) {

    /** Nothing at all: the connection just ends. */
    static final Answer CUT = new Answer(0, new byte[0], null, 0);
}
