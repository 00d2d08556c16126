package court.interaction.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.room.Room.Judge;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.model.Money;
import court.platform.security.Membership;
import court.platform.security.Memberships.Place;
import court.platform.web.Versioned;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The room as one of its members may see it. The court sees every party; a party sees the court and who is in the room,
 * so that a respondent who was not let in yet is named to nobody but the court.
 *
 * @param officeHours when the court is at work
 * @param closing how the case ended; missing while it runs
 * @param myPartyIds whom I may speak and read for; empty for the court
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoomView(
        UUID id,
        String caseNumber,
        String courtCode,
        Instant openedAt,
        List<Member> members,
        List<String> myPartyIds,
        OfficeHours.Now officeHours,
        @Nullable Closing closing,
        long version)
        implements Versioned {

    /**
     * Somebody in the room, or, for the court's eyes, somebody still outside.
     *
     * @param memberId staff id or party id: as sender and audience of messages
     * @param name shown to who may see the member; court staff without a known name have their role only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RoomMember")
    record Member(String memberId, String role, @Nullable String name, boolean inRoom) {}

    /** How the case ended 结案. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closing(
            ClosingMode mode,
            Instant closedAt,
            @Nullable Money claimed,
            @Nullable Money received) {

        static @Nullable Closing of(Room room) {
            return room instanceof Room.Closed closed
                    ? new Closing(
                            closed.ending().mode(),
                            closed.ending().closedAt(),
                            closed.ending().claimed(),
                            closed.ending().received())
                    : null;
        }
    }

    static RoomView of(Rooms.Stored stored, Membership viewer, List<Place> places, OfficeHours.Now hours) {
        Room room = stored.room();
        Stream<Member> court = places.stream().filter(Place::isCourt).map(place -> staff(place, room.judge()));
        Stream<Member> parties = room.parties().stream()
                .filter(party -> viewer.isCourt() || party.inRoom())
                .map(party -> new Member(
                        party.partyId(), party.role().name(), party.name().reveal(), party.inRoom()));
        return new RoomView(
                room.id(),
                room.caseNumber(),
                room.courtCode(),
                room.openedAt(),
                Stream.concat(court, parties).toList(),
                viewer.partyIds().stream().sorted().toList(),
                hours,
                Closing.of(room),
                stored.version());
    }

    private static Member staff(Place place, @Nullable Judge judge) {
        String name = judge != null && judge.id().equals(place.member()) ? judge.name() : null;
        return new Member(place.member(), place.role(), name, true);
    }
}
