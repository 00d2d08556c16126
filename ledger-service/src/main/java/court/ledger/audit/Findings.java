package court.ledger.audit;

import court.platform.outbox.WriteUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the audit found, and when it last looked at everything. */
@Repository
class Findings {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DatabaseClient database;
    private final WriteUnit unit;

    Findings(DatabaseClient database, WriteUnit unit) {
        this.database = database;
        this.unit = unit;
    }

    /**
     * One complete walk.
     *
     * @param size leaves that were read
     * @param bytes of facts and files that were read
     * @param findings how many
     */
    record Pass(Instant startedAt, Instant finishedAt, long size, long bytes, int findings) {}

    /**
     * One finding.
     *
     * @param seenAt when a walk last came by and found it so
     * @param clearedAt when a walk came by and found it mended; absent as long as it is not
     */
    record Finding(
            Spot spot,
            String item,
            String what,
            Instant foundAt,
            Instant seenAt,
            @Nullable Instant clearedAt) {}

    /**
     * Keeps what a walk found. What it did not find again is cleared, unless it stopped before it came there. Blocks.
     */
    void settle(Pass pass, Collection<Trouble> found, boolean isComplete) {
        unit.run(() -> Flux.fromIterable(found)
                        .concatMap(it -> keep(it, pass.finishedAt()))
                        .then(isComplete ? clear(pass.finishedAt()) : Mono.just(0L))
                        .then(keep(pass)))
                .block(PATIENCE);
    }

    private Mono<Long> keep(Trouble trouble, Instant now) {
        return database.sql("""
                        insert into audit_finding (spot, item, what, found_at, seen_at)
                        values (:spot, :item, :what, :now, :now)
                        on conflict (spot, item) where cleared_at is null do update set what = :what, seen_at = :now""")
                .bind("spot", trouble.spot().name())
                .bind("item", trouble.item())
                .bind("what", trouble.what())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> clear(Instant now) {
        return database.sql("update audit_finding set cleared_at = :now where cleared_at is null and seen_at < :now")
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> keep(Pass pass) {
        return database.sql("""
                        insert into audit_pass (started_at, finished_at, size, bytes, findings)
                        values (:started, :finished, :size, :bytes, :findings)""")
                .bind("started", pass.startedAt())
                .bind("finished", pass.finishedAt())
                .bind("size", pass.size())
                .bind("bytes", pass.bytes())
                .bind("findings", pass.findings())
                .fetch()
                .rowsUpdated();
    }

    /** The last complete walk of any instance; empty before the first. */
    Mono<Optional<Pass>> last() {
        return database.sql("""
                        select started_at, finished_at, size, bytes, findings from audit_pass
                        order by finished_at desc limit 1""")
                .mapProperties(Pass.class)
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** The newest first, those that are open before all others. */
    Mono<List<Finding>> list(int most) {
        return database.sql("""
                        select spot, item, what, found_at, seen_at, cleared_at from audit_finding
                        order by cleared_at is not null, found_at desc, spot, item limit :most""")
                .bind("most", most)
                .mapProperties(Finding.class)
                .all()
                .collectList();
    }
}
