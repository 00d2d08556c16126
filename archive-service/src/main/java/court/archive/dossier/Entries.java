package court.archive.dossier;

import court.platform.outbox.WriteUnit;
import court.platform.security.Membership;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** All entries of all dossiers, and the register of accesses. Written once, never changed. */
@Repository
public class Entries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS =
            "fact_id, source, sequence, type, time, body, sha256, told_sha256, received_at, ";
    /** Derived whenever it is read, so that it does not matter which of the two came first. */
    private static final String RECALLED = """
            (type <> 'MessageRecalled' and exists (
                select from entry recall
                where recall.type = 'MessageRecalled' and recall.case_id = book.case_id
                  and recall.source = book.source and recall.message_id = book.message_id)) as recalled""";

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final Clock clock;

    Entries(DatabaseClient database, WriteUnit unit, Clock clock) {
        this.database = database;
        this.unit = unit;
        this.clock = clock;
    }

    /** One fact that was stored now and not before. */
    record Stored(Register register, Instant time, Instant receivedAt) {}

    /** Stores a batch as a whole; tells which facts are new. What is there already stays as it is. */
    Mono<List<Stored>> store(List<Arrival> batch) {
        return unit.run(() -> Flux.just(Register.DOSSIER, Register.ACCESSES)
                .concatMap(it -> insert(
                        it,
                        batch.stream()
                                .filter(arrival -> arrival.register() == it)
                                .toList()))
                .collectList());
    }

    private Flux<Stored> insert(Register register, Collection<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Flux.empty();
        }
        Instant now = clock.instant();
        return database.sql("""
                        insert into %s (fact_id, case_id, source, sequence, type, time, audience, headers, body,
                                        sha256, told_sha256, received_at)
                        select "factId", "caseId", source, sequence, type, time, audience, headers, decode(body, 'hex'),
                               sha256, "toldSha256", :now
                        from json_to_recordset(:rows::json) as fresh (
                            "factId" uuid, "caseId" uuid, source text, sequence bigint, type text, time timestamptz,
                            audience text[], headers text, body text, sha256 text, "toldSha256" text)
                        on conflict do nothing
                        returning time""".formatted(register.table()))
                .bind("now", now)
                .bind("rows", JSON.writeValueAsString(arrivals))
                .mapValue(Instant.class)
                .all()
                .map(time -> new Stored(register, time, now));
    }

    /** What this reader may see of the case's entries behind the cursor, in order; what was recalled without its contents. */
    public Mono<List<Entry>> page(Membership reader, Cursor after, int most) {
        return page(Register.DOSSIER, reader, after, most);
    }

    /** The case's views of protected data behind the cursor, in order. */
    Mono<List<Entry>> accesses(Membership reader, Cursor after, int most) {
        return page(Register.ACCESSES, reader, after, most);
    }

    private Mono<List<Entry>> page(Register register, Membership reader, Cursor after, int most) {
        String recalled = register == Register.DOSSIER ? RECALLED : "false as recalled";
        return visible("""
                        select %s from %s book
                        where case_id = :case and (:court or audience && :parties)
                          and (time, source, sequence, fact_id) > (:time, :source, :sequence, :id)
                        order by time, source, sequence, fact_id limit :most""".formatted(COLUMNS + recalled, register.table()), reader)
                .bind("time", after.time())
                .bind("source", after.source())
                .bind("sequence", after.sequence())
                .bind("id", after.factId())
                .bind("most", most)
                .mapProperties(Entry.class)
                .all()
                .map(it -> it.isFor(reader) ? it : it.withoutContents())
                .collectList();
    }

    /** One entry, if this reader may see it; refuses what was recalled. */
    Mono<Entry> find(Membership reader, UUID factId) {
        return visible("""
                        select %s from entry book
                        where case_id = :case and (:court or audience && :parties) and fact_id = :id""".formatted(COLUMNS + RECALLED), reader)
                .bind("id", factId)
                .mapProperties(Entry.class)
                .one()
                .doOnNext(it -> {
                    if (!it.isFor(reader)) {
                        throw DossierRefusal.RECALLED.because();
                    }
                });
    }

    private DatabaseClient.GenericExecuteSpec visible(String sql, Membership reader) {
        return database.sql(sql)
                .bind("case", reader.caseId())
                .bind("court", reader.isCourt())
                .bind("parties", reader.partyIds().toArray(String[]::new));
    }

    /** One view of protected data of a case, which takes a number of its source as acts do. */
    public record View(UUID factId, String source, long sequence) {}

    /** All views of the case. */
    public Flux<View> views(UUID caseId) {
        return database.sql("""
                        select fact_id, source, sequence from access_register
                        where case_id = :case order by source, sequence""").bind("case", caseId).mapProperties(View.class).all();
    }

    /** Every entry of the case with its bytes read again. */
    public Flux<Entry> all(UUID caseId) {
        return database.sql("select %s from entry book where case_id = :case order by source, sequence"
                        .formatted(COLUMNS + RECALLED))
                .bind("case", caseId)
                .mapProperties(Entry.class)
                .all();
    }
}
