package court.interaction.message;

import court.platform.security.Actor;
import court.platform.web.Buckets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How fast one person may speak in one room. */
@Component
class Pace {

    private final Buckets buckets;

    Pace(@Value("${court.message.burst}") int burst, @Value("${court.message.per-minute}") int perMinute) {
        this.buckets = new Buckets(burst, perMinute, System::nanoTime);
    }

    /** Refuses who speaks too fast and says how long to wait. */
    void mustNotFlood(Actor actor, UUID caseId) {
        Duration wait = buckets.take(actor.id() + "/" + caseId);
        if (!wait.isZero()) {
            throw MessageRefusal.TOO_FAST.because(wait.toSeconds() + 1);
        }
    }
}
