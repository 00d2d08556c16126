package court.interaction.room;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.InteractionEvent.CaseClosed;
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
 *   open ──▶ Opened ──assign──▶ Led ──assign, release──▶ Led ──close──▶ Closed ──assign──▶ Closed
 * </pre>
 *
 * <p>In a closed room people may still read and say something: it goes into a supplement of the dossier. Nobody is let in
 * any more, and no talk is held.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface Room {

    UUID id();

    String caseNumber();

    String courtCode();

    Instant openedAt();

    List<RoomParty> parties();

    /** What is to be enforced; null in rooms that were opened before rooms kept it. */
    @Nullable
    RoomClaim claim();

    /** Who runs the case; null until one is assigned. */
    default @Nullable Judge judge() {
        return null;
    }

    /** The enforcement judge 执行法官 of the case. */
    record Judge(String id, String name) {

        /** Refuses everybody else. */
        public void mustBe(String staffId) {
            if (!id.equals(staffId)) {
                throw AccessRefusal.ROLE_MISSING.because();
            }
        }
    }

    /** Opens by itself when the case is accepted, for the court and the applicants. */
    static Change<Room> open(UUID id, CaseAccepted accepted, Instant now) {
        List<RoomParty> parties = accepted.parties().stream().map(RoomParty::of).toList();
        RoomClaim claim = RoomClaim.of(accepted.claim());
        Room room = new Opened(id, accepted.caseNumber(), accepted.courtCode(), now, parties, claim);
        return Change.of(room, Fact.to(room.applicants(), new RoomOpened(accepted.caseNumber(), accepted.courtCode())));
    }

    /** A judge takes the case, or takes it over. */
    default Change<Room> assign(Judge judge) {
        return Change.of(new Led(id(), caseNumber(), courtCode(), openedAt(), parties(), claim(), judge));
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
    record Opened(
            UUID id,
            String caseNumber,
            String courtCode,
            Instant openedAt,
            List<RoomParty> parties,
            @Nullable RoomClaim claim)
            implements Room {}

    /** A judge runs the case. */
    record Led(
            UUID id,
            String caseNumber,
            String courtCode,
            Instant openedAt,
            List<RoomParty> parties,
            @Nullable RoomClaim claim,
            Judge judge)
            implements Room {

        /**
         * Lets a respondent in (rule RS5): never by itself, because measures may come first. The applicants may know, the
         * other respondents are not told.
         *
         * @param by staff id; only the judge of the case decides it
         */
        Change<Room> release(String partyId, String by) {
            judge.mustBe(by);
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
                    new Led(id, caseNumber, courtCode, openedAt, with(party.letIn()), claim, judge),
                    Fact.to(told, new RespondentReleased(partyId, party.personKeys())));
        }

        private List<RoomParty> with(RoomParty changed) {
            return parties.stream()
                    .map(it -> it.partyId().equals(changed.partyId()) ? changed : it)
                    .toList();
        }

        /** Closes the case 结案; whoever is in the room is told. Whether it may be closed is found out before. */
        public Change<Room> close(Ending ending) {
            judge.mustBe(ending.closedBy());
            CaseClosed closed = new CaseClosed(
                    ending.mode(), ending.talkIds(), ending.claimed(), ending.received(), ending.closedBy());
            return Change.of(
                    new Closed(id, caseNumber, courtCode, openedAt, parties, claim, judge, ending),
                    Fact.to(present(), closed));
        }
    }

    /** The case is closed. */
    record Closed(
            UUID id,
            String caseNumber,
            String courtCode,
            Instant openedAt,
            List<RoomParty> parties,
            @Nullable RoomClaim claim,
            Judge judge,
            Ending ending)
            implements Room {

        @Override
        public Change<Room> assign(Judge successor) {
            return Change.of(new Closed(id, caseNumber, courtCode, openedAt, parties, claim, successor, ending));
        }
    }
}
