package court.interaction.member;

import court.interaction.member.Suspensions.Suspension;
import court.interaction.room.Attendance;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.MemberEvent.PostingRestored;
import court.platform.contract.MemberEvent.PostingSuspended;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All members of cases as they are decided on: one change after the other per room. */
@Repository
public class Members {

    private static final Actor PLATFORM = Actor.service("interaction");

    private final Rooms rooms;
    private final Memberships memberships;
    private final Attendance attendance;
    private final Suspensions suspensions;
    private final Clock clock;

    Members(Rooms rooms, Memberships memberships, Attendance attendance, Suspensions suspensions, Clock clock) {
        this.rooms = rooms;
        this.memberships = memberships;
        this.attendance = attendance;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** Decides on the people of a case and tells what was decided. Inside a write unit. */
    Mono<Void> change(Actor actor, UUID caseId, Function<People, Fact> decide) {
        return rooms.lock(caseId)
                .flatMap(stored -> people(stored.room()))
                .map(decide)
                .flatMap(fact -> keep(caseId, fact).then(rooms.tell(actor, caseId, List.of(fact))));
    }

    /** A case that has another judge has no deputy of the former one. Inside the unit that handles the fact. */
    public Mono<Void> follow(UUID caseId, JudgeAssigned assigned) {
        return assigned.replaces() == null
                ? Mono.empty()
                : rooms.lock(caseId)
                        .flatMap(stored -> people(stored.room()))
                        .flatMap(people -> Mono.justOrEmpty(people.endDeputy()))
                        .flatMap(fact -> rooms.tell(PLATFORM, caseId, List.of(fact)));
    }

    private Mono<People> people(Room room) {
        UUID id = room.id();
        return memberships
                .of(id)
                .collectList()
                .zipWhen(places -> attendance.of(id))
                .zipWhen(known -> suspensions.of(id))
                .map(it -> new People(
                        room,
                        it.getT1().getT1(),
                        it.getT1().getT2(),
                        it.getT2().stream().map(Suspension::memberId).toList(),
                        LegalCalendar.dateOf(clock.instant())));
    }

    private Mono<Void> keep(UUID caseId, Fact fact) {
        if (fact.event() instanceof PostingSuspended it) {
            return suspensions.add(caseId, new Suspension(it.memberId(), it.reason(), clock.instant()));
        }
        return fact.event() instanceof PostingRestored it ? suspensions.remove(caseId, it.memberId()) : Mono.empty();
    }
}
