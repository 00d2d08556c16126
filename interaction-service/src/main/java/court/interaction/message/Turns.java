package court.interaction.message;

import court.platform.security.AccessRefusal;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.security.Memberships.Place;
import court.platform.security.Memberships.Seat;
import court.platform.web.Commands;
import court.platform.web.Turn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose turn it is: only members', each command once, nobody faster than is allowed. Everything inside a write unit. */
@Component
class Turns {

    private final Memberships memberships;
    private final Commands commands;
    private final Pace pace;

    Turns(Memberships memberships, Commands commands, Pace pace) {
        this.memberships = memberships;
        this.commands = commands;
        this.pace = pace;
    }

    /** Those whose turn it is; the others are refused, or given the answer they had. */
    Mono<List<RoomTurn>> admit(List<RoomTurn> turns) {
        List<Seat> seats = turns.stream()
                .map(RoomTurn::asked)
                .flatMap(asked -> Seat.of(asked.actor(), asked.caseId()))
                .distinct()
                .toList();
        return memberships
                .held(seats)
                .collect(Collectors.groupingBy(Place::caseId))
                .doOnNext(places -> Turn.each(turns, turn -> turn.admit(member(turn, places))))
                .flatMap(places -> commands.admit(Turn.open(turns)))
                .doOnNext(admitted -> Turn.each(admitted, this::mustNotFlood));
    }

    private void mustNotFlood(RoomTurn turn) {
        pace.mustNotFlood(turn.asked().actor(), turn.asked().caseId());
    }

    private static Membership member(RoomTurn turn, Map<UUID, List<Place>> places) {
        var asked = turn.asked();
        return Membership.of(asked.actor(), asked.caseId(), places.getOrDefault(asked.caseId(), List.of()))
                .orElseThrow(AccessRefusal.NOT_YOURS::because);
    }
}
