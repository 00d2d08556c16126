package court.interaction.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.room.Ending;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.model.Money;
import court.platform.outbox.WriteUnit;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import court.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can do to end a case. */
@Component
class ClosingDesk {

    private final WriteUnit unit;
    private final Memberships memberships;
    private final Commands commands;
    private final Closings closings;

    ClosingDesk(WriteUnit unit, Memberships memberships, Commands commands, Closings closings) {
        this.unit = unit;
        this.memberships = memberships;
        this.commands = commands;
        this.closings = closings;
    }

    /** The case is closed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closed(
            ClosingMode mode,
            Instant closedAt,
            @Nullable Money claimed,
            @Nullable Money received,
            long version) implements Versioned {

        static Closed of(Rooms.Stored after) {
            Ending ending = ((Room.Closed) after.room()).ending();
            return new Closed(ending.mode(), ending.closedAt(), ending.claimed(), ending.received(), after.version());
        }
    }

    /** The judge of the case only. */
    Mono<Closed> close(Command command, UUID caseId, ClosingMode mode, List<UUID> talkIds) {
        return unit.run(() -> memberships
                .get(command.actor(), caseId)
                .map(member -> member.mustBe("ENFORCEMENT_JUDGE"))
                .flatMap(judge -> commands.once(command, () -> end(command, caseId, mode, talkIds))));
    }

    private Mono<Closed> end(Command command, UUID caseId, ClosingMode mode, List<UUID> talkIds) {
        return switch (mode) {
            case PERFORMED -> closings.perform(command, caseId, talkIds).map(Closed::of);
            case PROCEDURE_ENDED, TERMINATED, CANCELLED, ENFORCEMENT_REFUSED, APPLICATION_DISMISSED ->
                throw ClosingRefusal.MODE_UNAVAILABLE.because();
        };
    }
}
