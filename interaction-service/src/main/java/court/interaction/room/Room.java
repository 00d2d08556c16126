package court.interaction.room;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.contract.Party;
import court.platform.security.AccessRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one room of a case 一案一群.
 *
 * <pre>
 *   open ──▶ Opened ──assign──▶ Led ──assign, release──▶ Led
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface Room {

    UUID id();

    String caseNumber();

    String courtCode();

    Instant openedAt();

    List<RoomParty> parties();

    /** Who runs the case; null until one is assigned. */
    default @Nullable Judge judge() {
        return null;
    }

    /** The enforcement judge 执行法官 of the case. */
    record Judge(String id, String name) {}

    /** Opens by itself when the case is accepted, for the court and the applicants. */
    static Change<Room> open(UUID id, CaseAccepted accepted, Instant now) {
        List<RoomParty> parties = accepted.parties().stream().map(RoomParty::of).toList();
        Room room = new Opened(id, accepted.caseNumber(), accepted.courtCode(), now, parties);
        return Change.of(room, Fact.to(room.applicants(), new RoomOpened(accepted.caseNumber(), accepted.courtCode())));
    }

    /** A judge takes the case, or takes it over. */
    default Change<Room> assign(Judge judge) {
        return Change.of(new Led(id(), caseNumber(), courtCode(), openedAt(), parties(), judge));
    }

    default Optional<RoomParty> find(String partyId) {
        return parties().stream()
                .filter(party -> party.partyId().equals(partyId))
                .findFirst();
    }

    /** Ids of the parties who are in the room now. */
    default List<String> present() {
        return parties().stream()
                .filter(RoomParty::inRoom)
                .map(RoomParty::partyId)
                .toList();
    }

    /** Ids of the applicants, who are in from the start. */
    default List<String> applicants() {
        return parties().stream()
                .filter(party -> party.role() == Party.Role.APPLICANT)
                .map(RoomParty::partyId)
                .toList();
    }

    /** Court and applicants are in; nobody runs the case yet. */
    record Opened(UUID id, String caseNumber, String courtCode, Instant openedAt, List<RoomParty> parties)
            implements Room {}

    /** A judge runs the case. */
    record Led(UUID id, String caseNumber, String courtCode, Instant openedAt, List<RoomParty> parties, Judge judge)
            implements Room {

        /**
         * Lets a respondent in (rule RS5): never by itself, because measures may come first. The applicants may know, the
         * other respondents are not told.
         *
         * @param by staff id; only the judge of the case decides it
         */
        Change<Room> release(String partyId, String by) {
            if (!judge.id().equals(by)) {
                throw AccessRefusal.ROLE_MISSING.because();
            }
            RoomParty party = find(partyId).orElseThrow(RoomRefusal.NO_SUCH_PARTY::because);
            if (party.role() != Party.Role.RESPONDENT) {
                throw RoomRefusal.NOT_A_RESPONDENT.because();
            }
            if (party.inRoom()) {
                throw RoomRefusal.ALREADY_RELEASED.because();
            }
            List<String> told =
                    Stream.concat(applicants().stream(), Stream.of(partyId)).toList();
            return Change.of(
                    new Led(id, caseNumber, courtCode, openedAt, with(party.letIn()), judge),
                    Fact.to(told, new RespondentReleased(partyId, party.personKeys())));
        }

        private List<RoomParty> with(RoomParty changed) {
            return parties.stream()
                    .map(it -> it.partyId().equals(changed.partyId()) ? changed : it)
                    .toList();
        }
    }
}
