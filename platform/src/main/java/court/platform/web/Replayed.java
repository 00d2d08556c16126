package court.platform.web;

import org.jspecify.annotations.Nullable;

/** The answer a command already got, on its way to be given again. Not a failure: it only travels like one. */
final class Replayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final byte[] body;
    private final @Nullable Long version;

    Replayed(int status, byte[] body, @Nullable Long version) {
        super("replayed", null, false, false);
        this.status = status;
        this.body = body;
        this.version = version;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    Long version() {
        return version;
    }
}
