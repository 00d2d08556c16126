package court.platform.contract;

import court.platform.json.Secret;
import org.jspecify.annotations.Nullable;

/** That protected data was seen: told by every service on its own topic. */
public sealed interface AccessEvent extends CourtEvent {

    @Override
    default FactKind kind() {
        return FactKind.ACCESS;
    }

    /**
     * Somebody saw protected data; told once per person, object and hour.
     *
     * @param object what was seen, such as {@code filing}
     * @param objectId which one
     * @param reason given by the viewer, where one is asked for (rule RE7)
     */
    record ProtectedDataViewed(
            String object, String objectId, @Nullable Secret reason) implements AccessEvent {

        public ProtectedDataViewed(String object, String objectId) {
            this(object, objectId, null);
        }
    }
}
