package court.asset.freeze;

import court.asset.matter.Bench;
import court.asset.matter.Matter;
import court.asset.matter.Matter.Open;
import court.asset.matter.Officers;
import court.platform.contract.AssetEvent.Officer;
import court.platform.contract.Change;
import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.web.Command;
import court.platform.web.Commands;
import court.platform.web.Versioned;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a judge can do with freezes: the judge of the case, when registered (rule RP4). */
@Component
class FreezeDesk {

    private static final int LONGEST_REASON = 200;

    private final Writing writing;
    private final Bench bench;
    private final FreezeOrders orders;
    private final Freezes freezes;
    private final Officers officers;

    /** How a freeze is written, and when. */
    @Component
    record Writing(WriteUnit unit, Commands commands, Clock clock) {}

    FreezeDesk(Writing writing, Bench bench, FreezeOrders orders, Freezes freezes, Officers officers) {
        this.writing = writing;
        this.bench = bench;
        this.orders = orders;
        this.freezes = freezes;
        this.officers = officers;
    }

    /** A freeze as far as it is known; what the institution makes of it follows. */
    record Given(UUID freezeId, String state, long version) implements Versioned {}

    /** Orders a freeze: reserved under the claim and the ruling at once, sent to the institution after the commit. */
    Mono<Given> order(Command command, UUID caseId, FreezeForm form) {
        return writing.unit()
                .run(() -> bench.judge(command.actor(), caseId)
                        .flatMap(judge ->
                                writing.commands().once(command, () -> order(command, caseId, form.wanted()))));
    }

    private Mono<Given> order(Command command, UUID caseId, FreezeForm.Wanted wanted) {
        var now = writing.clock().instant();
        return orders.gather(command.actor(), caseId, wanted, now)
                .flatMap(order -> freezes.open(command.actor(), order, order.decide(now)))
                .map(freeze -> new Given(freeze.id(), "Ordered", 1));
    }

    /** Orders a freeze to be lifted; also after the case has ended, when an institution has refused it before. */
    Mono<Given> release(Command command, UUID caseId, UUID freezeId, @Nullable String reason) {
        return writing.unit()
                .run(() -> bench.judge(command.actor(), caseId)
                        .flatMap(judge -> writing.commands()
                                .once(command, () -> lift(command, caseId, freezeId, given(reason)))));
    }

    private Mono<Given> lift(Command command, UUID caseId, UUID freezeId, String reason) {
        return freezes.change(command.actor(), caseId, freezeId, (stored, matter) -> {
                    command.mustHaveSeen(stored.version());
                    return release(stored.freeze(), reason, officer(command, matter));
                })
                .map(stored -> new Given(freezeId, "Releasing", stored.version()));
    }

    private Change<Freeze> release(Freeze freeze, String reason, Officer officer) {
        if (freeze instanceof Freeze.Frozen frozen) {
            return frozen.release(Uuid7.at(writing.clock().instant()).toString(), reason, officer);
        }
        throw FreezeRefusal.NOT_NOW.because(freeze.stateInChinese());
    }

    private Officer officer(Command command, Matter matter) {
        String court = matter instanceof Open open
                ? open.file().courtCode()
                : command.actor().court();
        return officers.get(court == null ? "" : court, command.actor().id());
    }

    private static String given(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw FreezeRefusal.REASON_MISSING.because();
        }
        return reason.strip();
    }
}
