package court.asset.freeze;

import court.platform.contract.Change;
import court.platform.model.Uuid7;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How a freeze is lifted by itself because the case has ended: in the name of the officer who ordered it. */
@Component
class Lifting {

    static final String REASON = "本案已结案，解除冻结。";

    private final Clock clock;

    Lifting(Clock clock) {
        this.clock = clock;
    }

    Change<Freeze> lift(Freeze.Frozen freeze) {
        return freeze.release(
                Uuid7.at(clock.instant()).toString(), REASON, freeze.order().officer());
    }
}
