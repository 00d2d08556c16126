package court.interaction.talk;

import court.interaction.room.Room;
import court.interaction.room.RoomParty;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the judge wants to put on record.
 *
 * @param participantIds parties who took part and are to confirm
 * @param transcript 1 to 50,000 characters
 * @param payment what was paid, when the talk is about that
 */
record TalkDraft(
        @Nullable List<String> participantIds,
        @Nullable String transcript,
        @Nullable Paid payment) {

    private static final int LONGEST = 50_000;

    /** A payment as it was typed in. */
    record Paid(
            @Nullable Money amount,
            Payment.@Nullable Way way,
            @Nullable LocalDate paidOn) {

        Payment checked(LocalDate today) {
            if (amount == null || way == null || paidOn == null) {
                throw TalkRefusal.PAYMENT_INCOMPLETE.because();
            }
            if (amount.amount().signum() == 0) {
                throw TalkRefusal.AMOUNT_ZERO.because();
            }
            if (paidOn.isAfter(today)) {
                throw TalkRefusal.PAID_IN_FUTURE.because();
            }
            return new Payment(amount, way, paidOn);
        }
    }

    /** Who took part: each is in the room, nobody stands there twice. */
    List<String> participantsIn(Room room) {
        if (participantIds == null || participantIds.isEmpty()) {
            throw TalkRefusal.PARTICIPANTS_MISSING.because();
        }
        return participantIds.stream()
                .map(id -> inRoom(room, id))
                .distinct()
                .sorted()
                .toList();
    }

    private static String inRoom(Room room, @Nullable String partyId) {
        RoomParty party = room.parties().stream()
                .filter(it -> it.partyId().equals(partyId))
                .findFirst()
                .orElseThrow(TalkRefusal.NOT_IN_ROOM::because);
        if (!party.inRoom()) {
            throw TalkRefusal.RESPONDENT_NOT_RELEASED.because();
        }
        return party.partyId();
    }

    String words() {
        if (transcript == null || transcript.isBlank()) {
            throw TalkRefusal.TRANSCRIPT_MISSING.because();
        }
        if (transcript.codePointCount(0, transcript.length()) > LONGEST) {
            throw TalkRefusal.TRANSCRIPT_TOO_LONG.because(LONGEST);
        }
        return transcript;
    }

    @Nullable
    Payment paid(LocalDate today) {
        return payment == null ? null : payment.checked(today);
    }
}
