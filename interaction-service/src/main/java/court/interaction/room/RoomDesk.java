package court.interaction.room;

import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import court.platform.web.Versioned;
import court.platform.web.Views;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can do with a room. */
@Component
class RoomDesk {

    private final Memberships memberships;
    private final Rooms rooms;
    private final Views views;
    private final Commands commands;
    private final WriteUnit unit;
    private final OfficeHours hours;

    RoomDesk(Memberships memberships, Rooms rooms, Views views, Commands commands, WriteUnit unit, OfficeHours hours) {
        this.memberships = memberships;
        this.rooms = rooms;
        this.views = views;
        this.commands = commands;
        this.unit = unit;
        this.hours = hours;
    }

    /** A respondent was let in. */
    record Released(String partyId, long version) implements Versioned {}

    /** Any member; that the court saw the parties' names goes on record first (rule RE7). */
    Mono<RoomView> show(Actor actor, UUID caseId) {
        return memberships
                .get(actor, caseId)
                .flatMap(viewer -> rooms.get(caseId)
                        .flatMap(stored -> onRecord(viewer)
                                .then(memberships.of(caseId).collectList())
                                .map(places -> RoomView.of(stored, viewer, places, hours.now()))));
    }

    private Mono<Void> onRecord(Membership viewer) {
        UUID caseId = viewer.caseId();
        return viewer.isCourt() ? views.record(viewer.actor(), caseId, "room", caseId.toString()) : Mono.empty();
    }

    /** The judge of the case only. */
    Mono<Released> release(Command command, UUID caseId, String partyId) {
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .map(member -> member.mustBe("ENFORCEMENT_JUDGE"))
                .flatMap(judge -> commands.once(command, () -> letIn(command, caseId, partyId))));
    }

    private Mono<Released> letIn(Command command, UUID caseId, String partyId) {
        String judge = command.actor().id();
        return rooms.change(command, caseId, Room.Led.class, room -> room.release(partyId, judge))
                .map(after -> new Released(partyId, after.version()));
    }
}
