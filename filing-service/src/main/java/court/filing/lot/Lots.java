package court.filing.lot;

import court.platform.contract.Lot;
import court.platform.contract.Lot.Why;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prepares draws 随机分案: who takes part, with which weight, and a seed nobody chose. */
@Component
public class Lots {

    private static final int SEED_BYTES = 16;

    private final Loads loads;
    private final SecureRandom random = new SecureRandom();

    Lots(Loads loads) {
        this.loads = loads;
    }

    /** What is drawn for: a case of a court, which has these judges. */
    public record Case(UUID id, String court, List<Post> posts) {}

    /** A draw and whose it is. */
    public record Drawn(Lot lot, String judgeId) {}

    /** Draws among these judges of one court; empty when none of them may have the case today. */
    public Mono<Drawn> draw(Case drawn, Map<String, Why> barred, LocalDate today) {
        return loads.of(drawn.court())
                .map(open -> Pool.of(drawn.posts(), open, barred, today))
                .filter(pool -> !pool.candidates().isEmpty())
                .map(pool -> new Lot(Draw.METHOD, seed(), pool.candidates(), pool.passedOver()))
                .map(lot -> new Drawn(lot, Draw.winner(drawn.id(), lot)));
    }

    private String seed() {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
