package court.interaction.closing;

import court.interaction.freeze.Freezes;
import court.interaction.freeze.Freezes.Standing;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.interaction.talk.Talk;
import court.interaction.talk.Talks;
import court.platform.web.Command;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All closings: each looks at the talks and freezes of its case while the room is locked. */
@Repository
class Closings {

    private final Rooms rooms;
    private final Talks talks;
    private final Freezes freezes;
    private final Clock clock;

    Closings(Rooms rooms, Talks talks, Freezes freezes, Clock clock) {
        this.rooms = rooms;
        this.talks = talks;
        this.freezes = freezes;
        this.clock = clock;
    }

    private record Found(List<Talk> talks, List<Standing> freezes) {}

    /** Closes the case as performed 执行完毕. Inside a write unit. */
    Mono<Rooms.Stored> perform(Command command, UUID caseId, List<UUID> talkIds) {
        return rooms.hold(caseId)
                .then(talks.named(caseId, talkIds))
                .flatMap(found -> freezes.standing(caseId).map(standing -> new Found(found, standing)))
                .flatMap(it -> rooms.change(command, caseId, Room.Led.class, room -> {
                    Performance performance = new Performance(room, talkIds, it.talks(), it.freezes());
                    return room.close(performance.ending(command.actor().id(), clock.instant()));
                }));
    }
}
