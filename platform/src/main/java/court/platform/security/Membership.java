package court.platform.security;

import court.platform.security.Memberships.Place;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one person is in one case: the court's, or one or more parties. */
public record Membership(Actor actor, UUID caseId, List<Place> places) {

    public boolean isCourt() {
        return places.stream().anyMatch(Place::isCourt);
    }

    /** The parties this person is or acts for; empty for the court. */
    public Set<String> partyIds() {
        return places.stream()
                .filter(place -> !place.isCourt())
                .map(Place::partyId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether something told to this audience may be seen by this person. */
    public boolean sees(List<String> audience) {
        return isCourt() || audience.stream().anyMatch(partyIds()::contains);
    }

    /** Refuses everybody but the case's own court staff of this role. */
    public Membership mustBe(String role) {
        if (places.stream().noneMatch(place -> place.isCourt() && place.role().equals(role))) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return this;
    }
}
