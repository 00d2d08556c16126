package court.asset.query;

import court.asset.institution.Asked;
import court.asset.institution.Institution;
import court.asset.institution.Institutions;
import court.asset.request.Requests;
import court.asset.request.Requests.Purpose;
import court.platform.contract.AssetEvent.AssetQueryStarted;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All property queries. One query is one row and one request to each institution. */
@Repository
class AssetQueries {

    private final DatabaseClient database;
    private final Institutions institutions;
    private final Requests requests;
    private final Outbox outbox;
    private final Clock clock;

    AssetQueries(DatabaseClient database, Institutions institutions, Requests requests, Outbox outbox, Clock clock) {
        this.database = database;
        this.institutions = institutions;
        this.requests = requests;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A query as it stands in its table. */
    record Row(UUID id, String respondentId, boolean standing, Instant startedAt) {}

    /** Starts a query: row, requests and fact together. Inside a write unit. */
    Mono<AssetQuery> start(Actor actor, AssetQuery query) {
        List<Institution> all = institutions.list();
        if (all.isEmpty()) {
            return Mono.error(QueryRefusal.NOBODY_TO_ASK::because);
        }
        return insert(query)
                .then(Flux.fromIterable(all)
                        .concatMap(institution -> ask(query, institution))
                        .then())
                .then(outbox.tell(query.caseId(), actor, List.of(Fact.courtOnly(started(query, all)))))
                .thenReturn(query);
    }

    private static AssetQueryStarted started(AssetQuery query, List<Institution> all) {
        return new AssetQueryStarted(
                query.id().toString(),
                query.respondent().partyId(),
                all.stream().map(Institution::id).toList(),
                query.officer(),
                query.standing());
    }

    private Mono<Void> ask(AssetQuery query, Institution institution) {
        Asked asked = query.asked(clock.instant());
        return requests.add(
                new Purpose(
                        query.caseId(),
                        institution.id(),
                        query.id(),
                        query.respondent().partyId()),
                asked);
    }

    private Mono<Void> insert(AssetQuery query) {
        return database.sql("""
                        insert into asset_query (id, case_id, respondent_id, standing, started_at)
                        values (:id, :case, :respondent, :standing, :now)""")
                .bind("id", query.id())
                .bind("case", query.caseId())
                .bind("respondent", query.respondent().partyId())
                .bind("standing", query.standing())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Whether anybody was asked about this respondent before. */
    Mono<Boolean> any(UUID caseId, String respondentId) {
        return database.sql(
                        "select exists (select from asset_query where case_id = :case and respondent_id = :respondent)")
                .bind("case", caseId)
                .bind("respondent", respondentId)
                .mapValue(Boolean.class)
                .one();
    }

    /** All queries of a case, newest first. */
    Flux<Row> of(UUID caseId) {
        return database.sql("""
                        select id, respondent_id, standing, started_at from asset_query
                        where case_id = :case order by id desc""")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all);
    }
}
