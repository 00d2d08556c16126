package court.interaction.agent;

import court.interaction.room.Room;
import court.interaction.room.RoomParty;
import court.platform.contract.Party;
import court.platform.security.Actor;
import court.platform.security.Memberships.Place;
import java.util.List;
import java.util.stream.Stream;

/** Who wants to be an agent, and what they are in the case already. */
record Candidate(Room room, Actor actor, List<Place> places, List<Mandate> mandates) {

    /** Refuses who is the party already, has asked before, or stands on the other side: nobody acts for both. */
    void mustBeFree(List<String> parties) {
        List<Place> own = places.stream()
                .filter(it -> !it.isCourt() && actor.memberNames().contains(it.member()))
                .toList();
        if (own.stream().anyMatch(it -> it.agentId().isEmpty() && parties.contains(it.partyId()))) {
            throw AgentRefusal.YOUR_OWN.because();
        }
        List<Mandate> mine = mandates.stream()
                .filter(it -> it.asked().personKey().equals(actor.memberName()))
                .toList();
        if (mine.stream().anyMatch(it -> it.standsFor(parties))) {
            throw AgentRefusal.ALREADY_ASKED.because();
        }
        Stream<String> standing = Stream.concat(
                own.stream().map(Place::partyId),
                mine.stream().filter(it -> it.standsFor(it.represents())).flatMap(it -> it.represents().stream()));
        if (Stream.concat(standing, parties.stream()).map(this::side).distinct().count() > 1) {
            throw AgentRefusal.OTHER_SIDE.because();
        }
    }

    private Party.Role side(String partyId) {
        return room.find(partyId).map(RoomParty::role).orElseThrow();
    }
}
