package court.asset.freeze;

import court.platform.contract.Change;
import court.platform.security.Actor;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When a case has ended, every freeze still in place is ordered to be lifted. */
@Component
public class LiftAtClosing {

    private static final Actor PLATFORM = Actor.service("asset");

    private final FreezeRows rows;
    private final Freezes freezes;
    private final Lifting lifting;

    LiftAtClosing(FreezeRows rows, Freezes freezes, Lifting lifting) {
        this.rows = rows;
        this.freezes = freezes;
        this.lifting = lifting;
    }

    /**
     * Inside the write unit that closes the case and so holds its row. What is only ordered yet is withdrawn when it surely
     * never arrived, else lifted as soon as its outcome is known.
     */
    public Mono<Void> of(UUID caseId) {
        return rows.of(caseId)
                .filter(stored -> stored.freeze() instanceof Freeze.Frozen)
                .concatMap(stored ->
                        freezes.change(PLATFORM, caseId, stored.freeze().id(), (now, matter) -> lift(now.freeze())))
                .then();
    }

    private Change<Freeze> lift(Freeze freeze) {
        return freeze instanceof Freeze.Frozen frozen ? lifting.lift(frozen) : Change.of(freeze);
    }
}
