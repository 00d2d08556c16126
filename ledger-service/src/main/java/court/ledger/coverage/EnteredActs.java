package court.ledger.coverage;

import court.platform.model.Uuid7;
import court.platform.outbox.Outbox.Act;
import court.platform.outbox.Tally;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The acts that have a leaf, as the ledger's own table says. */
@Repository
class EnteredActs {

    private final DatabaseClient database;

    EnteredActs(DatabaseClient database) {
        this.database = database;
    }

    /** Acts of this speaker told before this id was made, by type. */
    Mono<List<Tally>> tallies(String source, UUID before) {
        return database.sql(
                        "select type, count(*) as many, " + Tally.SUM + " as sum from received"
                                + " where kind = 'ACT' and leaf is not null and source = :source and fact_id < :before group by type")
                .bind("source", source)
                .bind("before", before)
                .mapProperties(Tally.class)
                .all()
                .collectList();
    }

    private record Absence(
            long pending, long missing, @Nullable UUID oldest) {

        Count of(long spoken) {
            Instant since = oldest == null ? null : Uuid7.time(oldest);
            return new Count(spoken, pending, missing, 0, since);
        }
    }

    /** Of these acts, those without a leaf: missing is what something told after it in the same case has overtaken. */
    Mono<Count> compare(String source, List<Act> acts) {
        return database.sql("""
                        select count(*) filter (where not overtaken) as pending, count(*) filter (where overtaken) as missing,
                               (array_agg(fact_id order by fact_id) filter (where not overtaken))[1] as oldest
                        from (
                            select fact_id, exists (select from received as later where later.case_id = act.case_id
                                and later.source = :source and later.sequence > act.sequence) as overtaken
                            from unnest(:ids::uuid[], :cases::uuid[], :sequences::bigint[]) as act (fact_id, case_id, sequence)
                            where not exists (select from received where fact_id = act.fact_id and leaf is not null)
                        ) as absent""")
                .bind("source", source)
                .bind("ids", column(acts, Act::factId).toArray(UUID[]::new))
                .bind("cases", column(acts, Act::caseId).toArray(UUID[]::new))
                .bind("sequences", column(acts, Act::sequence).toArray(Long[]::new))
                .mapProperties(Absence.class)
                .one()
                .map(it -> it.of(acts.size()));
    }

    private static <T> List<T> column(List<Act> acts, Function<Act, T> of) {
        return acts.stream().map(of).toList();
    }
}
