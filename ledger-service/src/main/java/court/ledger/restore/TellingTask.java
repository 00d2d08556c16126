package court.ledger.restore;

import court.ledger.restore.Restorations.Row;
import court.ledger.restore.Restorations.Told;
import court.ledger.witness.Witnesses;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells each witness of each restoration, until it has taken note. One that is away, or holds something against it, is asked again. */
@Component
class TellingTask {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Restorations restorations;
    private final Witnesses witnesses;
    private final Clock clock;

    TellingTask(Restorations restorations, Witnesses witnesses, Clock clock) {
        this.restorations = restorations;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    void round() throws InterruptedException {
        for (String witness : witnesses.names()) {
            for (Row row : Objects.requireNonNull(restorations.untold(witness).block(PATIENCE))) {
                tell(witness, row);
            }
        }
    }

    private void tell(String witness, Row row) throws InterruptedException {
        try {
            Witnesses.Answer answer = witnesses.tell(witness, row.statement());
            if (answer.isNoted()) {
                restorations
                        .tell(new Told(row.id(), witness, answer.text(), clock.instant()))
                        .block(PATIENCE);
            }
        } catch (IOException away) {
            witnesses.isAway(witness, away);
        }
    }
}
