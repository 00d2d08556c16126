package court.interaction.talk;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.interaction.room.Room;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.contract.InteractionEvent.TalkConfirmed;
import court.platform.contract.InteractionEvent.TalkOpened;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.security.AccessRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A formal talk 谈话 on record 笔录. Its words never change: who finds them wrong does not confirm, and the judge puts
 * another talk on record.
 *
 * <pre>
 *   open ──▶ Open ──confirm──▶ Open
 *              │
 *              └──confirm, the last participant──▶ Confirmed
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface Talk {

    UUID id();

    UUID caseId();

    Instant openedAt();

    String openedBy();

    List<String> participantIds();

    Secret transcript();

    /** What was paid; null when the talk is about something else. */
    @Nullable
    Payment payment();

    List<Confirmation> confirmations();

    /** A participant confirmed the record as read and right. */
    record Confirmation(String partyId, Instant at) {}

    /** The judge of the case puts a talk with parties in the room on record; the participants are told. */
    static Change<Talk> open(Room.Led room, TalkDraft draft, String by, Instant now) {
        room.judge().mustBe(by);
        UUID id = Uuid7.at(now);
        List<String> participants = draft.participantsIn(room);
        Secret transcript = new Secret(id.toString(), draft.words());
        Payment payment = draft.paid(LocalDate.ofInstant(now, LegalCalendar.ZONE));
        return Change.of(
                new Open(id, room.id(), now, by, participants, transcript, payment, List.of()),
                Fact.to(participants, new TalkOpened(id.toString(), participants, transcript, payment)));
    }

    /** A participant confirms, once. To others there is no such talk. */
    Change<Talk> confirm(String partyId, Instant now);

    default boolean confirmedBy(String partyId) {
        return confirmations().stream().anyMatch(it -> it.partyId().equals(partyId));
    }

    /** Some participants have not confirmed yet. */
    record Open(
            UUID id,
            UUID caseId,
            Instant openedAt,
            String openedBy,
            List<String> participantIds,
            Secret transcript,
            @Nullable Payment payment,
            List<Confirmation> confirmations)
            implements Talk {

        @Override
        public Change<Talk> confirm(String partyId, Instant now) {
            if (!participantIds.contains(partyId)) {
                throw AccessRefusal.NOT_YOURS.because();
            }
            if (confirmedBy(partyId)) {
                throw TalkRefusal.ALREADY_CONFIRMED.because();
            }
            Talk next = with(Stream.concat(confirmations.stream(), Stream.of(new Confirmation(partyId, now)))
                    .toList());
            return Change.of(next, Fact.to(participantIds, new TalkConfirmed(id.toString(), partyId)));
        }

        private Talk with(List<Confirmation> all) {
            return all.size() == participantIds.size()
                    ? new Confirmed(id, caseId, openedAt, openedBy, participantIds, transcript, payment, all)
                    : new Open(id, caseId, openedAt, openedBy, participantIds, transcript, payment, all);
        }
    }

    /** Every participant has confirmed. */
    record Confirmed(
            UUID id,
            UUID caseId,
            Instant openedAt,
            String openedBy,
            List<String> participantIds,
            Secret transcript,
            @Nullable Payment payment,
            List<Confirmation> confirmations)
            implements Talk {

        @Override
        public Change<Talk> confirm(String partyId, Instant now) {
            throw (participantIds.contains(partyId) ? TalkRefusal.ALREADY_CONFIRMED : AccessRefusal.NOT_YOURS)
                    .because();
        }
    }
}
