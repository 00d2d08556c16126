package court.deploy.local;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a part.
 *
 * @param tookMillis from start to ready, the last time
 * @param restarts how often it died and was started again
 * @param failure why it does not come up; empty when it does
 */
record Status(State state, @Nullable RunningProcess process, long tookMillis, int restarts, String failure) {

    enum State {
        WAITING,
        STARTING,
        READY,
        FAILED,
        STOPPED
    }

    static final Status NONE = new Status(State.STOPPED, null, 0, 0, "");

    boolean alive() {
        return process != null && process.alive();
    }

    boolean ready() {
        return state == State.READY && alive();
    }

    Status waiting() {
        return new Status(State.WAITING, null, tookMillis, restarts, "");
    }

    Status starting(RunningProcess now) {
        return new Status(State.STARTING, now, tookMillis, restarts, "");
    }

    Status ready(long millis) {
        return new Status(State.READY, process, millis, restarts, "");
    }

    Status died() {
        return new Status(State.WAITING, null, tookMillis, restarts + 1, "");
    }

    Status failed(String why) {
        return new Status(State.FAILED, null, tookMillis, restarts, why);
    }

    Status stopped() {
        return new Status(State.STOPPED, null, tookMillis, 0, "");
    }
}
