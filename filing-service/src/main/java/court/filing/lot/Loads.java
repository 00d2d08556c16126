package court.filing.lot;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many open cases each judge has: one row per judge, changed with every case that comes, goes or changes hands. */
@Repository
public class Loads {

    private final DatabaseClient database;

    Loads(DatabaseClient database) {
        this.database = database;
    }

    private record Load(String judgeId, long open) {}

    /** As they stand; locks nothing, so that draws of one court do not wait for each other. */
    Mono<Map<String, Long>> of(String court) {
        return database.sql("select judge_id, open from judge_load where court = :court")
                .bind("court", court)
                .mapProperties(Load.class)
                .all()
                .collect(Collectors.toMap(Load::judgeId, Load::open));
    }

    /**
     * A case goes from one judge to another; either may be nobody. Inside a write unit. The court's other loads wait until it ends: who moves
     * several cases of a court in one unit would otherwise meet who moves them in another order.
     */
    public Mono<Void> move(String court, @Nullable String from, @Nullable String to) {
        // in order of their ids: the row for which somebody waits is the first
        return Flux.fromStream(
                        () -> Stream.of(from, to).filter(Objects::nonNull).sorted())
                .concatMap(judge -> add(court, judge, judge.equals(to) ? 1 : -1))
                .then();
    }

    private Mono<Void> add(String court, String judge, long cases) {
        return database.sql("""
                        insert into judge_load (court, judge_id, open)
                        select :court, :judge, greatest(:cases, 0) from pg_advisory_xact_lock(hashtextextended('judge_load ' || :court, 0))
                        on conflict (court, judge_id) do update set open = judge_load.open + :cases""")
                .bind("court", court)
                .bind("judge", judge)
                .bind("cases", cases)
                .then();
    }
}
