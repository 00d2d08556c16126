package court.platform.security;

import court.platform.contract.Agent.Power;
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
                .filter(place -> names.contains(place.member()) && mayHold(actor, place))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Membership(actor, caseId, own));
    }

    /** Staff ids are a court's own: the same id in another court is somebody else. */
    private static boolean mayHold(Actor actor, Place place) {
        return place.isCourt() ? actor.isStaff() && place.court().equals(actor.court()) : !actor.isStaff();
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

    /**
     * Whether this person may do something for the party that disposes of its rights: the party itself, who stands for it by
     * law, its handler, or an agent whose letter of authority names the power (rule RF7).
     */
    public boolean mayDispose(String partyId, Power power) {
        return places.stream()
                .anyMatch(place -> !place.isCourt() && place.partyId().equals(partyId) && place.may(power));
    }

    /** Whether this person is the party, or stands for it otherwise than by letter of authority. */
    public boolean isItself(String partyId) {
        return places.stream()
                .anyMatch(place ->
                        place.partyId().equals(partyId) && place.agentId().isEmpty());
    }

    /** Refuses everybody but the case's own court staff of one of these roles. */
    public Membership mustBe(String... roles) {
        List<String> any = List.of(roles);
        if (places.stream().noneMatch(place -> place.isCourt() && any.contains(place.role()))) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return this;
    }
}
