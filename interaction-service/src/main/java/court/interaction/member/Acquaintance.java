package court.interaction.member;

import court.interaction.agent.Mandate;
import court.interaction.member.MemberList.Member;
import court.interaction.member.MemberList.Suspended;
import court.interaction.member.Suspensions.Suspension;
import court.interaction.room.Attendance.Stay;
import court.interaction.room.Room;
import court.interaction.room.RoomParty;
import court.platform.contract.Party;
import court.platform.security.Membership;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who knows whom (rule RS5). Everybody in the room knows the court and who is in the room, with their agents. A respondent who was
 * not let in is known to the court and to the applicants, who named them; no respondent knows of another before. Who gives clues
 * is no member and stands in no list.
 */
record Acquaintance(
        Membership viewer,
        Room room,
        List<Stay> stays,
        List<Mandate> mandates,
        List<Suspension> suspensions,
        LocalDate today) {

    MemberList list() {
        List<Member> members = new ArrayList<>();
        stays.stream().filter(Stay::isCourt).map(this::staff).forEach(members::add);
        room.parties().stream().filter(this::known).map(this::party).forEach(members::add);
        mandates.stream().flatMap(this::agent).forEach(members::add);
        return new MemberList(members);
    }

    /** Whether the viewer may know of a party. */
    private boolean known(RoomParty party) {
        return party.inRoom() || viewer.isCourt() || standsFor(Party.Role.APPLICANT);
    }

    private boolean standsFor(Party.Role side) {
        return viewer.partyIds().stream().flatMap(id -> room.find(id).stream()).anyMatch(it -> it.role() == side);
    }

    private Member staff(Stay stay) {
        return new Member(
                stay.member(),
                stay.role(),
                "COURT",
                name(stay),
                stay.isPresent(today),
                stay.joinedAt(),
                stay.endedAt(today),
                stay.fromDay(),
                stay.untilDay(),
                null,
                null,
                null,
                courts(stay.joinedBy()),
                courts(stay.leftBy()));
    }

    /** Stays kept from before names were have the present judge's only. */
    private @Nullable String name(Stay stay) {
        Room.Judge judge = room.judge();
        return stay.name() != null || judge == null || !judge.id().equals(stay.member()) ? stay.name() : judge.name();
    }

    /** However many people stand for it, a party is one member. */
    private Member party(RoomParty party) {
        List<Stay> own = stays.stream()
                .filter(it ->
                        it.partyId().equals(party.partyId()) && it.agentId().isEmpty())
                .toList();
        return new Member(
                party.partyId(),
                party.role().name(),
                party.role().name(),
                party.name().reveal(),
                party.inRoom(),
                party.inRoom() ? since(own) : null,
                null,
                null,
                null,
                null,
                null,
                suspended(party.partyId(), List.of(party.partyId())),
                party.inRoom()
                        ? courts(party.role() == Party.Role.APPLICANT ? "RoomOpened" : "RespondentReleased")
                        : null,
                null);
    }

    /** Applicants belong to the case since they filed it, and to its room since it is open. */
    private @Nullable Instant since(List<Stay> own) {
        return own.stream()
                .map(Stay::joinedAt)
                .min(Comparator.naturalOrder())
                .map(first -> first.isBefore(room.openedAt()) ? room.openedAt() : first)
                .orElse(null);
    }

    /** Who only asked is in no list of members. */
    private Stream<Member> agent(Mandate mandate) {
        List<Stay> own =
                stays.stream().filter(it -> it.agentId().equals(mandate.id())).toList();
        List<String> represents =
                own.stream().map(Stay::partyId).distinct().sorted().toList();
        boolean known = viewer.isCourt() || represents.stream().anyMatch(room.present()::contains);
        return own.isEmpty() || !known ? Stream.empty() : Stream.of(agent(mandate, own, represents));
    }

    private Member agent(Mandate mandate, List<Stay> own, List<String> represents) {
        boolean present = own.stream().anyMatch(it -> it.isPresent(today));
        return new Member(
                mandate.id(),
                "AGENT",
                room.find(represents.getFirst()).map(it -> it.role().name()).orElse("APPLICANT"),
                mandate.asked().name().reveal(),
                present,
                own.getFirst().joinedAt(),
                present ? null : own.getLast().leftAt(),
                null,
                null,
                represents,
                mandate.asked().powers(),
                suspended(mandate.id(), represents),
                courts(own.getFirst().joinedBy()),
                present ? null : courts(own.getLast().leftBy()));
    }

    private @Nullable Suspended suspended(String memberId, List<String> parties) {
        Optional<Suspension> found = viewer.sees(parties)
                ? suspensions.stream()
                        .filter(it -> it.memberId().equals(memberId))
                        .findFirst()
                : Optional.empty();
        return found.map(it -> new Suspended(it.since(), it.reason().reveal())).orElse(null);
    }

    private @Nullable String courts(@Nullable String type) {
        return viewer.isCourt() ? type : null;
    }
}
