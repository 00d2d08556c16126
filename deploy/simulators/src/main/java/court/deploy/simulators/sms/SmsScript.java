package court.deploy.simulators.sms;

import org.jspecify.annotations.Nullable;

/**
 * How the provider behaves.
 *
 * @param delayMillis how long SLOW takes
 * @param phone whom UNDELIVERED, NUMBER_INVALID and BLACKLISTED concern; everybody when left out
 */
record SmsScript(
        Behaviour behaviour,
        @Nullable Integer delayMillis,
        @Nullable String phone) {

    static final SmsScript NORMAL = new SmsScript(Behaviour.NORMAL, null, null);

    private static final int SLOW_MILLIS = 10_000;

    /** What it does. */
    enum Behaviour {
        NORMAL,
        SLOW,
        /** 503, nothing is taken */
        DOWN,
        /** Taken, but nothing usable is answered. */
        LOST,
        RATE_LIMITED,
        NUMBER_INVALID,
        BLACKLISTED,
        /** Taken, but the phone never gets it: the receipt says so. */
        UNDELIVERED
    }

    boolean plays(Behaviour wanted, String to) {
        return behaviour == wanted && (phone == null || phone.isEmpty() || phone.equals(to));
    }

    int delay() {
        return delayMillis == null ? SLOW_MILLIS : delayMillis;
    }
}
