package court.interaction.message;

import court.platform.outbox.TextDigests;
import court.platform.security.Membership;
import court.platform.security.Memberships.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks: a member of the court's staff, or somebody for one of their parties.
 *
 * @param id staff id or party id
 * @param role role in the case
 */
record Speaker(String id, String role, boolean court) {

    /** @param asked which of several parties the member speaks for; null for the first */
    static Speaker of(Membership member, @Nullable String asked) {
        return member.isCourt() ? staff(member, asked) : party(member, asked);
    }

    private static Speaker staff(Membership member, @Nullable String asked) {
        if (asked != null) {
            throw MessageRefusal.NOT_YOUR_PARTY.because();
        }
        List<String> roles = member.places().stream().map(Place::role).toList();
        String role = roles.contains("ENFORCEMENT_JUDGE") ? "ENFORCEMENT_JUDGE" : roles.getFirst();
        return new Speaker(member.actor().id(), role, true);
    }

    private static Speaker party(Membership member, @Nullable String asked) {
        return member.places().stream()
                .sorted(Comparator.comparing(Place::partyId))
                .filter(place -> asked == null || asked.equals(place.partyId()))
                .findFirst()
                .map(Speaker::mustBeFree)
                .map(place -> new Speaker(place.partyId(), place.role(), false))
                .orElseThrow(MessageRefusal.NOT_YOUR_PARTY::because);
    }

    /** The one place where it is decided that somebody may not speak 禁言, whichever way the words come. */
    private static Place mustBeFree(Place place) {
        if (place.silenced()) {
            throw MessageRefusal.SUSPENDED.because();
        }
        return place;
    }

    /** A sending party reads along in its own stream. */
    Stream<String> itself() {
        return court ? Stream.empty() : Stream.of(id);
    }

    /** Whose key seals the words; a staff id that cannot name a key is known by its digest. */
    String owner() {
        return id.matches("[A-Za-z0-9-]{1,64}") ? id : TextDigests.of(id).sha256();
    }
}
