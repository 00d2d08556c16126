package court.interaction.closing;

import court.interaction.freeze.Freezes;
import court.interaction.room.Ending;
import court.interaction.room.Room;
import court.interaction.room.RoomClaim;
import court.interaction.talk.Talk;
import court.platform.contract.Claim;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.model.Money;
import court.platform.model.Refused.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a closing as performed 执行完毕 rests on, and everything that is missing of it, told at once. A talk counts when each
 * participant and each applicant has confirmed it: direct performance counts when the payee confirms it (rule RS16), and
 * one of several applicants cannot end the case for the others.
 *
 * @param talkIds as named by the judge, each once
 * @param talks those of them that exist
 * @param freezes that have not ended
 */
record Performance(Room.Led room, List<UUID> talkIds, List<Talk> talks, List<Freezes.Standing> freezes) {

    /** How the case ends; refuses with all that is missing. */
    Ending ending(String closedBy, Instant now) {
        List<Fault> faults = faults();
        if (!faults.isEmpty()) {
            throw ClosingRefusal.NOT_READY.because().with(faults);
        }
        List<String> ids = talkIds.stream().map(UUID::toString).toList();
        return new Ending(ClosingMode.PERFORMED, ids, claimed(), received(), closedBy, now);
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (talkIds.isEmpty()) {
            faults.add(fault("/talkIds", ClosingRefusal.TALKS_MISSING));
        }
        for (int i = 0; i < talkIds.size(); i++) {
            faults.addAll(faultsOf(talkIds.get(i), "/talkIds/" + i));
        }
        if (isMoney()) {
            addShortfall(faults);
        }
        freezes.forEach(it -> faults.add(fault("", ClosingRefusal.FREEZE_STANDING, inWords(it))));
        return faults;
    }

    private static Object[] inWords(Freezes.Standing freeze) {
        return switch (freeze.state()) {
            case ORDERED -> new Object[] {freeze.freezeId(), "冻结中", "等待协助单位答复"};
            case FROZEN -> new Object[] {freeze.freezeId(), "已冻结", "先办理解除冻结"};
            case LIFTING -> new Object[] {freeze.freezeId(), "解除中", "等待解除完成"};
        };
    }

    private List<Fault> faultsOf(UUID talkId, String pointer) {
        List<Talk> found = talks.stream().filter(it -> it.id().equals(talkId)).toList();
        if (found.isEmpty()) {
            return List.of(fault(pointer, ClosingRefusal.TALK_UNKNOWN, talkId));
        }
        Talk talk = found.getFirst();
        List<Fault> faults = new ArrayList<>();
        List<String> silent = missing(talk, talk.participantIds());
        if (!silent.isEmpty()) {
            faults.add(fault(pointer, ClosingRefusal.TALK_NOT_CONFIRMED, talkId, String.join("、", silent)));
        }
        missing(talk, room.applicants())
                .forEach(it -> faults.add(fault(pointer, ClosingRefusal.APPLICANT_NOT_CONFIRMED, it, talkId)));
        return faults;
    }

    private static List<String> missing(Talk talk, List<String> partyIds) {
        return partyIds.stream().filter(id -> !talk.confirmedBy(id)).toList();
    }

    private void addShortfall(List<Fault> faults) {
        Money claimed = claimed();
        if (claimed == null) {
            faults.add(fault("", ClosingRefusal.CLAIM_UNKNOWN));
        } else if (sum().compareTo(claimed.amount()) < 0) {
            faults.add(fault("/talkIds", ClosingRefusal.PAYMENT_SHORT, sum().setScale(2), claimed));
        }
    }

    /** Where the claim is not known, it is not taken for one without money. */
    private boolean isMoney() {
        RoomClaim claim = room.claim();
        return claim == null || claim.kind() == Claim.Kind.MONEY;
    }

    private @Nullable Money claimed() {
        RoomClaim claim = room.claim();
        return claim == null ? null : claim.amount();
    }

    private @Nullable Money received() {
        return sum().signum() == 0 ? null : new Money(sum());
    }

    /** What was paid by the talks that count; each stands in the list once. */
    private BigDecimal sum() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Talk talk : talks) {
            Payment payment = talk.payment();
            if (payment != null && counts(talk)) {
                sum = sum.add(payment.amount().amount());
            }
        }
        return sum;
    }

    private boolean counts(Talk talk) {
        return talk instanceof Talk.Confirmed
                && missing(talk, room.applicants()).isEmpty();
    }

    private static Fault fault(String pointer, ClosingRefusal refusal, Object... values) {
        return new Fault(pointer, refusal.code(), refusal.because(values).detail());
    }
}
