package court.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was heard and what still waits: the inbox's two tables. */
public final class ParkedFacts {

    private final DatabaseClient database;

    ParkedFacts(DatabaseClient database) {
        this.database = database;
    }

    /** One fact that waits, and why. */
    public record Waiting(UUID factId, UUID caseId, String reason, Instant parkedAt) {}

    private record Stored(UUID factId, UUID caseId, String body, String headers) {}

    /** Records the fact as heard; false when it was heard before. */
    Mono<Boolean> firstTime(UUID factId) {
        return database.sql("insert into inbox (fact_id) values (:id) on conflict do nothing")
                .bind("id", factId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> waiting(UUID caseId) {
        return database.sql("select exists (select from parked where case_id = :case)")
                .bind("case", caseId)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> park(Received fact, String reason) {
        return database.sql("""
                        insert into parked (fact_id, case_id, body, headers, reason)
                        values (:id, :case, :body, :headers, :reason) on conflict do nothing""")
                .bind("id", fact.id())
                .bind("case", fact.caseId())
                .bind("body", fact.body().replace('\0', '\uFFFD')) // text columns hold no NUL
                .bind("headers", fact.headersText())
                .bind("reason", reason)
                .then();
    }

    Flux<Received> of(UUID caseId) {
        return database.sql("select fact_id, case_id, body, headers from parked where case_id = :case order by id")
                .bind("case", caseId)
                .mapProperties(Stored.class)
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .map(it -> Received.stored(it.factId(), it.caseId(), it.body(), it.headers()));
    }

    Mono<Void> remove(UUID factId) {
        return database.sql("delete from parked where fact_id = :id")
                .bind("id", factId)
                .then();
    }

    Flux<Waiting> all() {
        return database.sql("select fact_id, case_id, reason, parked_at from parked order by id limit 1000")
                .mapProperties(Waiting.class)
                .all();
    }
}
