package court.platform.contract;

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
     */
    record ProtectedDataViewed(String object, String objectId) implements AccessEvent {}
}
