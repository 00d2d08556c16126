package court.platform.security;

import court.platform.security.Memberships.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one person is in one case: the court's, or one or more parties. */
public record Membership(Actor actor, UUID caseId, List<Place> places) {

    /** What this actor is among the places of a case; empty when they have none. */
    public static Optional<Membership> of(Actor actor, UUID caseId, Collection<Place> all) {
        List<String> names = actor.memberNames();
        List<Place> own = all.stream()
                .filter(place -> names.contains(place.member()) && place.isCourt() == actor.isStaff())
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Membership(actor, caseId, own));
    }

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
