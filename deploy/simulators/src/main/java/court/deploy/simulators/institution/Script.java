package court.deploy.simulators.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is played next.
 *
 * @param delayMillis how slow or late; a while of its own when not said
 * @param times for how many requests, then all is normal; for good when not said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Script(
        Behaviour behaviour,
        @Nullable Integer delayMillis,
        @Nullable Integer times) {

    static final Script NORMAL = new Script(Behaviour.NORMAL, null, null);

    private static final int A_WHILE = 2_000;
    private static final int LONGEST = 600_000;

    Script {
        boolean delayed = delayMillis == null || delayMillis >= 0 && delayMillis <= LONGEST;
        if (behaviour == null || !delayed || times != null && times <= 0) {
            throw new IllegalArgumentException("not a script");
        }
    }

    int delay() {
        return delayMillis == null ? A_WHILE : delayMillis;
    }

    Script afterOne() {
        if (times == null) {
            return this;
        }
        return times == 1 ? NORMAL : new Script(behaviour, delayMillis, times - 1);
    }
}
