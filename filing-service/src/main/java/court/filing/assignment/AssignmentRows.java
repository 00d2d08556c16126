package court.filing.assignment;

import court.platform.json.SealedJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How assignments lie in their table: sealed JSON, and what is searched. */
@Repository
class AssignmentRows {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    AssignmentRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /**
     * An assignment as it lies in its row.
     *
     * @param open the case is not closed, so that it counts for its judge's load
     */
    record Stored(Assignment assignment, long version, boolean open) {

        Stored next(Assignment changed) {
            return new Stored(changed, version + 1, open);
        }

        Stored closed() {
            return new Stored(assignment, version, false);
        }
    }

    private record Row(UUID caseId, long version, boolean open, String body) {}

    Mono<Void> insert(Stored stored) {
        return write("""
                insert into assignment (case_id, version, court, judge_id, open, recusal, body)
                values (:case, :version, :court, :judge, :open, :recusal, :body)""", stored);
    }

    Mono<Void> update(Stored stored) {
        return write("""
                update assignment set version = :version, court = :court, judge_id = :judge, open = :open,
                    recusal = :recusal, body = :body
                where case_id = :case""", stored);
    }

    private Mono<Void> write(String sql, Stored stored) {
        Assignment it = stored.assignment();
        UUID id = it.matter().id();
        return Mono.fromCallable(() -> json.write(it, id, place(id)))
                .subscribeOn(blocking)
                .flatMap(body -> database.sql(sql)
                        .bind("case", id)
                        .bind("version", stored.version())
                        .bind("court", it.matter().court())
                        .bind("judge", it.judge().id())
                        .bind("open", stored.open())
                        .bind("recusal", it instanceof Assignment.Challenged)
                        .bind("body", body)
                        .then());
    }

    /** Nobody else changes it until the transaction ends. Inside a write unit. */
    Mono<Stored> lock(UUID caseId) {
        return one("select case_id, version, open, body from assignment where case_id = :case for update", caseId);
    }

    Mono<Stored> find(UUID caseId) {
        return one("select case_id, version, open, body from assignment where case_id = :case", caseId);
    }

    /**
     * Which assignments of a court.
     *
     * @param recusal only those whose judge has asked to be taken off the case
     * @param judgeId of one judge only
     */
    record Search(String court, boolean recusal, @Nullable String judgeId) {}

    /** In order of their cases, oldest first. */
    Flux<Stored> list(Search search, @Nullable UUID after, int limit) {
        var query = database.sql("""
                        select case_id, version, open, body from assignment
                        where court = :court and (recusal or not :recusal) and (:judge = '' or judge_id = :judge)
                            and (:after::uuid is null or case_id > :after)
                        order by case_id limit :limit""")
                .bind("court", search.court())
                .bind("recusal", search.recusal())
                .bind("judge", search.judgeId() == null ? "" : search.judgeId())
                .bind("limit", limit);
        return (after == null ? query.bindNull("after", UUID.class) : query.bind("after", after))
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::opened);
    }

    private Mono<Stored> one(String sql, UUID caseId) {
        return database.sql(sql)
                .bind("case", caseId)
                .mapProperties(Row.class)
                .one()
                .flatMap(this::opened);
    }

    private Mono<Stored> opened(Row row) {
        return Mono.fromCallable(() -> read(row)).subscribeOn(blocking);
    }

    private Stored read(Row row) {
        Assignment assignment = json.read(row.body(), Assignment.class, row.caseId(), place(row.caseId()));
        return new Stored(assignment, row.version(), row.open());
    }

    /** What an assignment's sealed values belong to. */
    private static String place(UUID caseId) {
        return "assignment/" + caseId;
    }
}
