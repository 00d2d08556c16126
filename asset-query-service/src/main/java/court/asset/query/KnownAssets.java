package court.asset.query;

import court.asset.request.Request;
import court.platform.contract.AssetEvent.Asset;
import court.platform.json.SealedJson;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What institutions have reported: of each institution and respondent the newest answer counts. */
@Repository
public class KnownAssets {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final Clock clock;

    KnownAssets(DatabaseClient database, SealedJson json, Scheduler blocking, Clock clock) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** An asset as it was reported. */
    public record Known(UUID requestNumber, String respondentId, String institution, Instant answeredAt, Asset asset) {}

    private record Row(
            UUID number,
            String assetId,
            UUID caseId,
            String respondentId,
            String institution,
            Instant answeredAt,
            String body) {}

    /** Keeps an answer. Inside a write unit. */
    Mono<Void> add(Request request, List<Asset> assets) {
        return Flux.fromIterable(assets)
                .concatMap(asset -> sealed(request, asset).flatMap(body -> insert(request, asset, body)))
                .then();
    }

    private Mono<Void> insert(Request request, Asset asset, String body) {
        return database.sql("""
                        insert into asset (number, asset_id, case_id, respondent_id, institution, answered_at, body)
                        values (:number, :asset, :case, :respondent, :institution, :now, :body)""")
                .bind("number", request.number())
                .bind("asset", asset.assetId())
                .bind("case", request.caseId())
                .bind("respondent", request.respondentId())
                .bind("institution", request.institution())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("body", body)
                .then();
    }

    /** All that was reported in a case, newest answers first. */
    Flux<Known> of(UUID caseId) {
        return database.sql("""
                        select number, asset_id, case_id, respondent_id, institution, answered_at, body from asset
                        where case_id = :case order by number desc, asset_id""")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::opened);
    }

    /** The asset as the institution's newest answer about this respondent has it; empty when it is not in there. */
    public Mono<Asset> find(UUID caseId, String respondentId, String institution, String assetId) {
        return database.sql("""
                        select number, asset_id, case_id, respondent_id, institution, answered_at, body from asset
                        where asset_id = :asset and number = (
                            select number from request
                            where case_id = :case and respondent_id = :respondent and institution = :institution
                                and kind = 'QUERY' and state = 'ANSWERED'
                            order by answered_at desc, number desc limit 1)""")
                .bind("asset", assetId)
                .bind("case", caseId)
                .bind("respondent", respondentId)
                .bind("institution", institution)
                .mapProperties(Row.class)
                .one()
                .flatMap(this::opened)
                .map(Known::asset);
    }

    private Mono<String> sealed(Request request, Asset asset) {
        return Mono.fromCallable(() -> json.write(asset, request.caseId(), place(request.number(), asset.assetId())))
                .subscribeOn(blocking);
    }

    private Mono<Known> opened(Row row) {
        return Mono.fromCallable(() -> new Known(
                        row.number(),
                        row.respondentId(),
                        row.institution(),
                        row.answeredAt(),
                        json.read(row.body(), Asset.class, row.caseId(), place(row.number(), row.assetId()))))
                .subscribeOn(blocking);
    }

    /** What an asset's sealed values belong to. */
    private static String place(UUID number, String assetId) {
        return "asset/" + number + "/" + assetId;
    }
}
