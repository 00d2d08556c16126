package court.filing.filing;

import court.filing.application.Application;
import court.filing.filing.Filings.Stored;
import court.platform.contract.Agent;
import court.platform.contract.Party;
import court.platform.json.SealedJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How filings lie in their tables: sealed JSON and what is searched by. */
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

    /** A row as it is read. */
    record Row(UUID id, long version, String body) {}

    Mono<Void> insert(Filing filing, Instant now) {
        return write("""
                insert into filing (id, version, state, owner, court, channel, body, updated_at)
                values (:id, :version, :state, :owner, :court, :channel, :body, :now)""", new Stored(filing, 1), now, Map.of());
    }

    /** Writes the next state; who is in it is written anew with each submission. */
    Mono<Void> update(Stored stored, Instant now) {
        Filing filing = stored.filing();
        Application application = filing.application();
        Mono<Void> row = application == null
                ? write(
                        "update filing set version = :version, state = :state, owner = :owner, court = :court, channel = :channel, body = :body, updated_at = :now where id = :id",
                        stored,
                        now,
                        Map.of())
                : write("""
                update filing set version = :version, state = :state, owner = :owner, court = :court, channel = :channel,
                    body = :body, updated_at = :now, reviewer = :reviewer, claim_kind = :claim,
                    basis_kind = :basis, basis_key = :basisKey, case_number = :number, submitted_at = coalesce(:submitted, submitted_at)
                where id = :id""", stored, now, searched(filing, application));
        return filing instanceof Filing.Submitted submitted
                ? row.then(people(filing.id(), submitted.application()))
                : row;
    }

    private static Map<String, Column> searched(Filing filing, Application it) {
        Instant at = filing instanceof Filing.Submitted submitted ? submitted.at() : null;
        return Map.of(
                "reviewer", Column.text(filing.docket().reviewer()),
                "claim", Column.text(it.claim().kind().name()),
                "basis", Column.text(it.basis().kind().name()),
                "basisKey", Column.text(it.basisKey()),
                "number",
                        Column.text(
                                filing instanceof Filing.Accepted accepted
                                        ? accepted.number().text()
                                        : null),
                "submitted", new Column(at == null ? null : at.atOffset(ZoneOffset.UTC), OffsetDateTime.class));
    }

    private record Column(@Nullable Object value, Class<?> type) {

        static Column text(@Nullable String value) {
            return new Column(value, String.class);
        }
    }

    private Mono<Void> write(String sql, Stored stored, Instant now, Map<String, Column> columns) {
        Filing filing = stored.filing();
        return Mono.fromCallable(
                        () -> json.write(filing, filing.id(), filing.id().toString()))
                .subscribeOn(blocking)
                .flatMap(body -> bound(sql, columns)
                        .bind("id", filing.id())
                        .bind("version", stored.version())
                        .bind("state", filing.stateName())
                        .bind("owner", filing.papers().owner())
                        .bind("court", filing.court())
                        .bind("channel", filing.papers().channel().name())
                        .bind("body", body)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .then());
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Map<String, Column> columns) {
        DatabaseClient.GenericExecuteSpec spec = database.sql(sql);
        for (Map.Entry<String, Column> it : columns.entrySet()) {
            Object value = it.getValue().value();
            spec = value == null ? spec.bindNull(it.getKey(), it.getValue().type()) : spec.bind(it.getKey(), value);
        }
        return spec;
    }

    private Mono<Void> people(UUID id, Application it) {
        List<String[]> people = Stream.concat(
                        it.parties().stream().flatMap(FilingRows::people),
                        it.agents().stream().map(Agent::personKey).map(key -> new String[] {"AGENT", key}))
                .toList();
        return database.sql("delete from filing_person where filing_id = :id")
                .bind("id", id)
                .then()
                .then(database.sql("""
                        insert into filing_person (filing_id, side, person_key)
                        select :id, side, person_key from unnest(:sides::text[], :keys::text[]) as it (side, person_key)
                        on conflict do nothing""")
                        .bind("id", id)
                        .bind("sides", people.stream().map(row -> row[0]).toArray(String[]::new))
                        .bind("keys", people.stream().map(row -> row[1]).toArray(String[]::new))
                        .then());
    }

    private static Stream<String[]> people(Party party) {
        return party.personKeys().stream().map(key -> new String[] {party.role().name(), key});
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

    Mono<Stored> read(Row row) {
        return Mono.fromCallable(() -> new Stored(
                        json.read(row.body(), Filing.class, row.id(), row.id().toString()), row.version()))
                .subscribeOn(blocking);
    }

    /** Opens rows in the order they come. */
    Flux<Stored> opened(Flux<Row> rows) {
        return rows.collectList().flatMapIterable((List<Row> all) -> all).concatMap(this::read);
    }
}
