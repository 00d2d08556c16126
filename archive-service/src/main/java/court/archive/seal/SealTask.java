package court.archive.seal;

import static java.util.Objects.requireNonNull;

import court.platform.task.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Seals, one package after the other: what is to be done stands in the database, so it goes on where
 * it was left, whatever happened in between.
 */
@Component
class SealTask {

    private static final Duration POLL = Duration.ofMillis(300);

    private final Sealings sealings;
    private final Sealer sealer;
    private final PackageProofs proofs;
    private final Clock clock;
    private final Duration quiet;

    SealTask(
            Sealings sealings,
            Sealer sealer,
            PackageProofs proofs,
            Clock clock,
            @Value("${court.seal.quiet}") Duration quiet) {
        this.sealings = sealings;
        this.sealer = sealer;
        this.proofs = proofs;
        this.clock = clock;
        this.quiet = quiet;
    }

    @Bean
    Rounds sealPackages() {
        return new Rounds("seal", POLL, this::round);
    }

    private void round() {
        requireNonNull(sealings.due(clock.instant()).collectList().block()).forEach(sealer::advance);
        requireNonNull(sealings.late(clock.instant(), quiet).collectList().block())
                .forEach(sealer::supplement);
        proofs.fetch().block();
    }
}
