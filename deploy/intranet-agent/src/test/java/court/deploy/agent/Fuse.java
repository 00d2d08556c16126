package court.deploy.agent;

import java.io.IOException;

/** Blows at one step and stays blown, as a process that was killed does nothing any more. */
final class Fuse {

    private final long blowsAt;
    private long steps;

    Fuse(long blowsAt) {
        this.blowsAt = blowsAt;
    }

    static Fuse never() {
        return new Fuse(Long.MAX_VALUE);
    }

    /** Half-way through a step. */
    boolean blowsNow() {
        return ++steps == blowsAt;
    }

    void check() throws IOException {
        if (steps >= blowsAt) {
            throw new IOException("killed at step " + blowsAt);
        }
    }

    long steps() {
        return steps;
    }
}
