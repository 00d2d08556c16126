package court.filing.outage;

import court.platform.task.Rounds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Gives a sign of life again and again. While the database is away it is silent, as it should be. */
@Component
class HeartbeatTask {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Heartbeat heartbeat;
    private @Nullable Long last;

    HeartbeatTask(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Bean
    Rounds giveSignsOfLife(@Value("${court.heartbeat.every}") Duration every) {
        return new Rounds("heartbeat", every, this::round);
    }

    private void round() {
        long now = System.nanoTime();
        heartbeat.beat(last == null ? null : Duration.ofNanos(now - last)).block(LONGEST);
        last = now;
    }
}
