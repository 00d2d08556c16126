package court.interaction.message;

import court.interaction.room.Room;
import court.interaction.room.RoomParty;
import court.interaction.stream.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a message besides the court: party ids. The court reads everything; a party may speak to the court alone
 * or also to parties who are in the room; nobody can speak to a respondent who was not let in (rule RS5).
 */
final class Audience {

    /** Asked for, it means the court, which reads along in any case. */
    static final String COURT = "COURT";

    private Audience() {}

    /**
     * @param asked party ids and {@value #COURT}; null for everybody who is in the room, of an answer for who has what it answers
     * @param original what it answers: who has not got that does not get the answer, which would tell that it exists
     * @return sorted; empty means the court only
     */
    static List<String> of(Room room, Speaker speaker, @Nullable List<String> asked, @Nullable Message original) {
        if (asked != null && asked.isEmpty()) {
            throw MessageRefusal.AUDIENCE_EMPTY.because();
        }
        Stream<String> readers = asked == null
                ? room.present().stream().filter(id -> hasGot(original, id))
                : asked.stream().filter(id -> !COURT.equals(id)).map(id -> inRoom(room, speaker, id));
        List<String> all =
                Stream.concat(readers, speaker.itself()).distinct().sorted().toList();
        if (!all.stream().allMatch(id -> hasGot(original, id))) {
            throw MessageRefusal.REPLY_TOO_WIDE.because();
        }
        return all;
    }

    private static boolean hasGot(@Nullable Message original, String partyId) {
        return original == null || original.audience().contains(partyId);
    }

    /** To parties, who is outside and who does not exist are the same: they must not find out by asking. */
    private static String inRoom(Room room, Speaker speaker, String partyId) {
        Optional<RoomParty> party = room.find(partyId);
        if (party.isPresent() && !party.get().inRoom() && speaker.court()) {
            throw MessageRefusal.RESPONDENT_NOT_RELEASED.because();
        }
        return party.filter(RoomParty::inRoom).map(RoomParty::partyId).orElseThrow(MessageRefusal.NOT_IN_ROOM::because);
    }
}
