package court.asset.query;

import court.asset.institution.Institutions;
import court.asset.matter.Bench;
import court.asset.request.Requests;
import court.platform.security.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was found so far, for the court of the case; each view is put on record first (rules A6, RE7). */
@Component
class Findings {

    private final Bench bench;
    private final AssetQueries queries;
    private final KnownAssets assets;
    private final Requests requests;
    private final Institutions institutions;

    Findings(Bench bench, AssetQueries queries, KnownAssets assets, Requests requests, Institutions institutions) {
        this.bench = bench;
        this.queries = queries;
        this.assets = assets;
        this.requests = requests;
        this.institutions = institutions;
    }

    /** Each query with every institution's state and what it has answered. */
    Mono<List<QueryView>> queries(Actor actor, UUID caseId) {
        return bench.sees(actor, caseId, "asset-queries")
                .then(Mono.defer(() -> views(caseId)))
                .flatMap(all ->
                        queries.of(caseId).concatMap(query -> view(query, all)).collectList());
    }

    private Mono<QueryView> view(AssetQueries.Row query, List<AssetView> all) {
        return requests.about(query.id())
                .map(progress -> QueryView.item(progress, institutions.name(progress.institution()), all))
                .collectList()
                .map(items -> QueryView.of(query, items));
    }

    /** The newest of what is known of each asset. */
    Mono<List<AssetView>> assets(Actor actor, UUID caseId) {
        return bench.sees(actor, caseId, "assets")
                .then(Mono.defer(() -> views(caseId)))
                .map(Findings::newest);
    }

    private Mono<List<AssetView>> views(UUID caseId) {
        return assets.of(caseId).map(AssetView::of).collectList();
    }

    private static List<AssetView> newest(List<AssetView> newestFirst) {
        Set<List<String>> seen = new HashSet<>();
        return newestFirst.stream()
                .filter(it -> seen.add(List.of(it.respondentId(), it.institution(), it.assetId())))
                .toList();
    }
}
