package court.filing.filing;

import court.filing.filing.Filings.Stored;
import court.platform.json.SealedJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How filings lie in their table: sealed JSON and the few columns that are searched. */
@Repository
class FilingRows {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    FilingRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    private record Row(UUID id, long version, String body) {}

    Mono<Void> insert(Filing filing, Instant now) {
        return write("""
                insert into filing (id, version, state, owner, court, body, updated_at)
                values (:id, :version, :state, :owner, :court, :body, :now)""", new Stored(filing, 1), now);
    }

    Mono<Void> update(Stored stored, Instant now) {
        return write("""
                update filing set version = :version, state = :state, owner = :owner, court = :court, body = :body,
                    updated_at = :now where id = :id""", stored, now);
    }

    private Mono<Void> write(String sql, Stored stored, Instant now) {
        Filing filing = stored.filing();
        return Mono.fromCallable(
                        () -> json.write(filing, filing.id(), filing.id().toString()))
                .subscribeOn(blocking)
                .flatMap(body -> database.sql(sql)
                        .bind("id", filing.id())
                        .bind("version", stored.version())
                        .bind("state", filing.stateName())
                        .bind("owner", filing.owner())
                        .bind("court", filing.court())
                        .bind("body", body)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .then());
    }

    Mono<Stored> lock(UUID id) {
        return one("select id, version, body from filing where id = :id for update", id);
    }

    Mono<Stored> find(UUID id) {
        return one("select id, version, body from filing where id = :id", id);
    }

    private Mono<Stored> one(String sql, UUID id) {
        return database.sql(sql).bind("id", id).mapProperties(Row.class).one().flatMap(this::read);
    }

    private Mono<Stored> read(Row row) {
        return Mono.fromCallable(() -> new Stored(
                        json.read(row.body(), Filing.class, row.id(), row.id().toString()), row.version()))
                .subscribeOn(blocking);
    }

    /** Filings of one person, newest first. */
    Flux<Stored> ofOwner(String owner, @Nullable String state, @Nullable UUID before, int limit) {
        return list("""
                select id, version, body from filing
                where owner = :who and (:state = '' or state = :state) and (:cursor::uuid is null or id < :cursor)
                order by id desc limit :limit""", new Search(owner, state, before, limit));
    }

    /** Filings handed to one court, oldest first. */
    Flux<Stored> ofCourt(String court, @Nullable String state, @Nullable UUID after, int limit) {
        return list("""
                select id, version, body from filing
                where court = :who and (:state = '' or state = :state) and (:cursor::uuid is null or id > :cursor)
                order by id limit :limit""", new Search(court, state, after, limit));
    }

    private record Search(
            String who, @Nullable String state, @Nullable UUID cursor, int limit) {}

    private Flux<Stored> list(String sql, Search search) {
        var query = database.sql(sql)
                .bind("who", search.who())
                .bind("state", search.state() == null ? "" : search.state())
                .bind("limit", search.limit());
        return (search.cursor() == null ? query.bindNull("cursor", UUID.class) : query.bind("cursor", search.cursor()))
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::read);
    }
}
