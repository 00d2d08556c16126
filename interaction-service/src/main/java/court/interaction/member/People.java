package court.interaction.member;

import court.interaction.member.Colleagues.Colleague;
import court.interaction.room.Attendance.Stay;
import court.interaction.room.Room;
import court.interaction.room.RoomParty;
import court.platform.contract.Fact;
import court.platform.contract.MemberEvent.AssistantAdded;
import court.platform.contract.MemberEvent.AssistantRemoved;
import court.platform.contract.MemberEvent.DeputyEnded;
import court.platform.contract.MemberEvent.DeputyNamed;
import court.platform.contract.MemberEvent.PostingRestored;
import court.platform.contract.MemberEvent.PostingSuspended;
import court.platform.json.Secret;
import court.platform.security.Memberships.Place;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a case at one moment, and what may be changed about it. Everybody in the room is told who joins and leaves; that
 * somebody may not speak only they and the court.
 *
 * @param suspended party and agent ids that may not speak
 * @param today Asia/Shanghai
 */
record People(Room room, List<Place> places, List<Stay> stays, List<String> suspended, LocalDate today) {

    static final long LONGEST_DEPUTY_DAYS = 366;

    Fact addAssistant(Colleague who) {
        if (isAssistant(who.id())) {
            throw MemberRefusal.ALREADY_ASSISTANT.because();
        }
        return Fact.to(room.present(), new AssistantAdded(room.courtCode(), who.id(), who.name()));
    }

    Fact removeAssistant(String staffId) {
        if (!isAssistant(staffId)) {
            throw MemberRefusal.NOT_AN_ASSISTANT.because();
        }
        return Fact.to(room.present(), new AssistantRemoved(staffId));
    }

    private boolean isAssistant(String staffId) {
        return places.stream()
                .anyMatch(it -> it.role().equals("CLERK") && it.member().equals(staffId));
    }

    Fact nameDeputy(Colleague who, @Nullable LocalDate from, @Nullable LocalDate until) {
        String judge = Objects.requireNonNull(room.judge()).id();
        if (who.id().equals(judge)) {
            throw MemberRefusal.OWN_CASE.because();
        }
        if (from == null
                || until == null
                || until.isBefore(from)
                || until.isBefore(today)
                || ChronoUnit.DAYS.between(from, until) >= LONGEST_DEPUTY_DAYS) {
            throw MemberRefusal.DAYS_WRONG.because(LONGEST_DEPUTY_DAYS);
        }
        return Fact.to(room.present(), new DeputyNamed(room.courtCode(), who.id(), who.name(), judge, from, until));
    }

    /** Nobody stands in any more; empty when nobody does and nobody will. */
    Optional<Fact> endDeputy() {
        return stays.stream()
                .filter(it -> it.role().equals("DEPUTY_JUDGE") && it.endedAt(today) == null)
                .map(it -> Fact.to(room.present(), new DeputyEnded(it.member())))
                .findFirst();
    }

    Fact suspend(String memberId, Secret reason) {
        List<String> told = represented(memberId);
        if (suspended.contains(memberId)) {
            throw MemberRefusal.ALREADY_SUSPENDED.because();
        }
        return Fact.to(told, new PostingSuspended(memberId, reason));
    }

    Fact restore(String memberId, Secret reason) {
        if (!suspended.contains(memberId)) {
            throw MemberRefusal.NOT_SUSPENDED.because();
        }
        List<String> told = places.stream().anyMatch(it -> it.agentId().equals(memberId))
                ? represented(memberId)
                : room.find(memberId).map(RoomParty::partyId).stream().toList();
        return Fact.to(told, new PostingRestored(memberId, reason));
    }

    /** The party itself, or whom an agent acts for. */
    private List<String> represented(String memberId) {
        if (places.stream().anyMatch(it -> it.isCourt() && it.member().equals(memberId))) {
            throw MemberRefusal.COURT_SPEAKS.because();
        }
        if (room.find(memberId).filter(RoomParty::inRoom).isPresent()) {
            return List.of(memberId);
        }
        List<String> represented = places.stream()
                .filter(it -> !memberId.isEmpty() && it.agentId().equals(memberId))
                .map(Place::partyId)
                .sorted()
                .toList();
        if (represented.isEmpty()) {
            throw MemberRefusal.NO_SUCH_MEMBER.because();
        }
        return represented;
    }
}
