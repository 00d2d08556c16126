package court.archive.seal;

import static java.util.Objects.requireNonNull;

import court.archive.seal.Sealing.Packing;
import court.archive.seal.Sealing.Sealed;
import court.archive.seal.Sealing.Waiting;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All sealings. A sealing is one row, locked while it changes; its methods run inside a write unit. */
@Repository
class Sealings {

    private static final String COLUMNS = "case_id, number, state, cut, package_id, sealed_at";

    private final DatabaseClient database;

    Sealings(DatabaseClient database) {
        this.database = database;
    }

    /** A case was closed: its dossier is to be sealed. Told twice, it is done once. */
    Mono<Void> begin(UUID caseId, Instant now) {
        return insert(new Waiting(caseId, 0), now);
    }

    private Mono<Void> insert(Waiting waiting, Instant now) {
        return database.sql("""
                        insert into sealing (case_id, number, state, since, next_at)
                        values (:case, :number, 'WAITING', :now, :now) on conflict do nothing""")
                .bind("case", waiting.caseId())
                .bind("number", waiting.number())
                .bind("now", now)
                .then();
    }

    /** An act came; remembered only where a sealing has begun. */
    Mono<Void> heard(UUID caseId, String source, long sequence, Instant now) {
        return database.sql("""
                        insert into late_act (case_id, source, sequence, heard_at)
                        select :case, :source, :sequence, :now where exists (select from sealing where case_id = :case)
                        on conflict (case_id, source) do update
                        set sequence = greatest(late_act.sequence, excluded.sequence), heard_at = excluded.heard_at""")
                .bind("case", caseId)
                .bind("source", source)
                .bind("sequence", sequence)
                .bind("now", now)
                .then();
    }

    /** What can be worked on now, the longest waiting first. */
    Flux<Sealing> due(Instant now) {
        return database.sql(
                        "select %s from sealing where state <> 'SEALED' and next_at <= :now order by next_at limit 20"
                                .formatted(COLUMNS))
                .bind("now", now)
                .map(Sealings::read)
                .all();
    }

    /** The newest of the case, locked. */
    Mono<Sealing> lock(UUID caseId) {
        return database.sql("select %s from sealing where case_id = :case order by number desc limit 1 for update"
                        .formatted(COLUMNS))
                .bind("case", caseId)
                .map(Sealings::read)
                .one();
    }

    /** The newest of the case as it was sealed before this one; empty for the dossier itself. */
    Mono<Sealing> before(Sealing sealing) {
        return database.sql("select %s from sealing where case_id = :case and number = :number".formatted(COLUMNS))
                .bind("case", sealing.caseId())
                .bind("number", sealing.number() - 1)
                .map(Sealings::read)
                .one();
    }

    Mono<Void> write(Packing packing) {
        return database.sql("""
                        update sealing set state = 'PACKING', cut = :cut, package_id = :package, sealed_at = :at, lag = '[]',
                               trouble = null
                        where case_id = :case and number = :number and state = 'WAITING'""")
                .bind("cut", Cuts.write(packing.cut()))
                .bind("package", packing.packageId())
                .bind("at", packing.sealedAt())
                .bind("case", packing.caseId())
                .bind("number", packing.number())
                .then();
    }

    Mono<Void> write(Sealed sealed) {
        return database.sql("""
                        update sealing set state = 'SEALED', trouble = null
                        where case_id = :case and number = :number and state = 'PACKING'""")
                .bind("case", sealed.caseId())
                .bind("number", sealed.number())
                .then();
    }

    /** Not yet: looked at again later. */
    Mono<Void> postpone(Sealing sealing, List<Lag> lags, String trouble, Instant next) {
        return database.sql("""
                        update sealing set lag = :lag, trouble = nullif(:trouble, ''), next_at = :next
                        where case_id = :case and number = :number and state <> 'SEALED'""")
                .bind("lag", Lag.write(lags))
                .bind("trouble", trouble)
                .bind("next", next)
                .bind("case", sealing.caseId())
                .bind("number", sealing.number())
                .then();
    }

    /** Sealed cases in which something was heard and then nothing for the quiet time. */
    Flux<UUID> late(Instant now, Duration quiet) {
        return database.sql("""
                        select case_id from late_act
                        where not exists (select from sealing where sealing.case_id = late_act.case_id and state <> 'SEALED')
                        group by case_id having max(heard_at) <= :quiet limit 20""")
                .bind("quiet", now.minus(quiet))
                .mapValue(UUID.class)
                .all();
    }

    /** Begins a supplement if anything heard lies behind the cut; forgets what the last package has. */
    Mono<Void> supplement(Sealed sealed, Instant now) {
        return database.sql("select source, sequence from late_act where case_id = :case for update")
                .bind("case", sealed.caseId())
                .mapProperties(Late.class)
                .all()
                .collectList()
                .flatMap(late -> late.stream().anyMatch(it -> sealed.lacks(it.source(), it.sequence()))
                        ? insert(sealed.supplement(), now)
                        : Flux.fromIterable(late)
                                .concatMap(it -> forget(sealed.caseId(), it))
                                .then());
    }

    private record Late(String source, long sequence) {}

    /** Only what was looked at: meanwhile another source may have been heard. */
    private Mono<Void> forget(UUID caseId, Late late) {
        return database.sql("delete from late_act where case_id = :case and source = :source and sequence = :sequence")
                .bind("case", caseId)
                .bind("source", late.source())
                .bind("sequence", late.sequence())
                .then();
    }

    /** What people are told of the newest sealing of the case. */
    record Standing(String state, List<Lag> lag, String trouble) {}

    Mono<Standing> standing(UUID caseId) {
        return database.sql("select state, lag, coalesce(trouble, '') as trouble from sealing"
                        + " where case_id = :case order by number desc limit 1")
                .bind("case", caseId)
                .map(row -> new Standing(text(row, "state"), Lag.read(text(row, "lag")), text(row, "trouble")))
                .one();
    }

    private static Sealing read(Readable row) {
        UUID caseId = requireNonNull(row.get("case_id", UUID.class));
        int number = requireNonNull(row.get("number", Integer.class));
        String state = text(row, "state");
        if (state.equals("WAITING")) {
            return new Waiting(caseId, number);
        }
        Packing packing = new Packing(
                caseId,
                number,
                requireNonNull(row.get("package_id", UUID.class)),
                Cuts.read(text(row, "cut")),
                requireNonNull(row.get("sealed_at", Instant.class)));
        return state.equals("SEALED") ? packing.seal() : packing;
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
