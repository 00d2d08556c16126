package court.filing.deadline;

import court.platform.calendar.EnforcementTerm;
import court.platform.calendar.Exclusion;
import court.platform.json.SealedJson;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How changes of terms lie in their table: sealed JSON, and what terms are computed from. */
@Repository
class TermRows {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    TermRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** One granted change, as terms are computed from it. */
    record Granted(
            UUID filingId,
            EnforcementTerm.@Nullable By prolongedBy,
            @Nullable Integer months,
            Exclusion.@Nullable Kind ground,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    private record Row(UUID id, UUID filingId, String body) {}

    Mono<Void> insert(TermChange it) {
        return write("""
                insert into term_change (id, filing_id, state, prolonged_by, months, ground, first_day, last_day, body)
                values (:id, :filing, :state, :by, :months, :ground, :first, :last, :body)""", it);
    }

    Mono<Void> update(TermChange it) {
        return write("""
                update term_change set state = :state, prolonged_by = :by, months = :months, ground = :ground,
                    first_day = :first, last_day = :last, body = :body
                where id = :id and filing_id = :filing""", it);
    }

    private Mono<Void> write(String sql, TermChange it) {
        return Mono.fromCallable(() -> json.write(it, it.filingId(), it.id().toString()))
                .subscribeOn(blocking)
                .flatMap(body -> {
                    var spec = database.sql(sql)
                            .bind("id", it.id())
                            .bind("filing", it.filingId())
                            .bind("state", it.state().name())
                            .bind("body", body);
                    spec = bound(spec, "by", it.wish().prolongedBy(), String.class);
                    spec = bound(spec, "months", it.wish().months(), Integer.class);
                    spec = bound(spec, "ground", it.wish().ground(), String.class);
                    spec = bound(spec, "first", it.wish().firstDay(), LocalDate.class);
                    return bound(spec, "last", it.wish().lastDay(), LocalDate.class)
                            .then();
                });
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable Object value, Class<?> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    /** All of a filing, oldest first. */
    Flux<TermChange> of(UUID filingId) {
        return database.sql("select id, filing_id, body from term_change where filing_id = :filing order by seq")
                .bind("filing", filingId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(row -> Mono.fromCallable(() -> json.read(
                                row.body(),
                                TermChange.class,
                                row.filingId(),
                                row.id().toString()))
                        .subscribeOn(blocking));
    }

    /** What was granted in these filings, oldest first. */
    Flux<Granted> granted(Collection<UUID> filings) {
        return filings.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        select filing_id, prolonged_by, months, ground, first_day, last_day from term_change
                        where filing_id = any(:filings) and state = 'GRANTED' order by seq""")
                        .bind("filings", filings.toArray(UUID[]::new))
                        .mapProperties(Granted.class)
                        .all();
    }
}
