package court.ledger.restore;

import court.ledger.log.Checkpoints;
import court.ledger.log.HistoryChanged;
import court.ledger.log.LedgerStatements;
import court.ledger.log.Regrowth;
import court.ledger.log.Regrowth.Regrown;
import court.ledger.log.Rehearing;
import court.ledger.restore.Restorations.Row;
import court.ledger.witness.Witnesses;
import court.platform.blob.BlockingWork;
import court.platform.note.Restoration;
import court.platform.outbox.WriteUnit;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries out a restoration, all of it or nothing, and puts it on record in the log itself. */
@Component
class RestorationDesk {

    private final WriteUnit unit;
    private final Commands commands;
    private final Regrowth regrowth;
    private final Rehearing rehearing;
    private final Checkpoints checkpoints;
    private final LedgerStatements statements;
    private final Restorations restorations;
    private final Witnesses witnesses;
    private final Clock clock;

    RestorationDesk(
            WriteUnit unit,
            Commands commands,
            Regrowth regrowth,
            Rehearing rehearing,
            Checkpoints checkpoints,
            LedgerStatements statements,
            Restorations restorations,
            Witnesses witnesses,
            Clock clock) {
        this.unit = unit;
        this.commands = commands;
        this.regrowth = regrowth;
        this.rehearing = rehearing;
        this.checkpoints = checkpoints;
        this.statements = statements;
        this.restorations = restorations;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param from leaves that the database held
     * @param to leaves that it holds again; those between wait for their facts, which are heard again
     */
    record Done(UUID id, Instant restoredAt, long from, long to) {}

    Mono<Done> restore(Command command, String reason) {
        return unit.run(() -> commands.once(
                        command,
                        () -> regrowth.run()
                                .onErrorMap(HistoryChanged.class, changed -> RestorationRefusal.TILES_DIFFER.because())
                                .flatMap(regrown -> record(command, regrown, reason))))
                .flatMap(done -> BlockingWork.run(rehearing::begin).thenReturn(done));
    }

    private Mono<Done> record(Command command, Regrown regrown, String reason) {
        if (regrown.from().equals(regrown.to()) && witnesses.disputes().isEmpty()) {
            throw RestorationRefusal.NOTHING_MISSING.because();
        }
        UUID id = UUID.randomUUID();
        Restoration restoration = new Restoration(checkpoints.origin(), id, regrown.from(), regrown.to(), reason);
        String statement = checkpoints.sign(restoration.text());
        Row row = new Row(id, clock.instant(), command.actor().id(), statement);
        return restorations
                .add(row)
                .then(statements.enter(id, "LedgerRestored", statement))
                .thenReturn(new Done(
                        id,
                        row.restoredAt(),
                        regrown.from().size(),
                        regrown.to().size()));
    }
}
