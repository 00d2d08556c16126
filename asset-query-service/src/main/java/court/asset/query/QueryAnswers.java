package court.asset.query;

import court.asset.institution.Asked;
import court.asset.institution.Reply;
import court.asset.institution.Reply.Thing;
import court.asset.matter.Matter.Open;
import court.asset.matter.Matters;
import court.asset.request.Request;
import court.asset.request.RequestFollower;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.AssetQueryAnswered;
import court.platform.contract.Fact;
import court.platform.json.Secret;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes each institution's answer as it comes, without waiting for the others (A2). */
@Component
class QueryAnswers implements RequestFollower {

    private static final Actor PLATFORM = Actor.service("asset");

    private final Matters matters;
    private final KnownAssets assets;
    private final Outbox outbox;

    QueryAnswers(Matters matters, KnownAssets assets, Outbox outbox) {
        this.matters = matters;
        this.assets = assets;
        this.outbox = outbox;
    }

    @Override
    public boolean follows(Request request) {
        return request.asked() instanceof Asked.Query;
    }

    /** Never about a person who is not a respondent of an open case (rule RP4). */
    @Override
    public Mono<Boolean> maySend(Request request) {
        return matters.get(request.caseId())
                .map(stored -> stored.matter() instanceof Open open
                        && open.find(request.respondentId()).isPresent());
    }

    @Override
    public Mono<Void> answered(Request request, Reply reply) {
        if (!(reply instanceof Reply.Found found)) {
            return Mono.error(new IllegalStateException("not an answer to a query"));
        }
        List<Asset> known = found.things().stream()
                .map(thing -> asset(request.respondentId(), thing))
                .toList();
        return assets.add(request, known).then(outbox.tell(request.caseId(), PLATFORM, List.of(told(request, known))));
    }

    private static Asset asset(String respondentId, Thing thing) {
        return new Asset(
                thing.assetId(),
                thing.kind(),
                new Secret(respondentId, thing.description()),
                thing.balance(),
                thing.available(),
                thing.priorFreezes(),
                thing.exemption());
    }

    private static Fact told(Request request, List<Asset> known) {
        return Fact.courtOnly(new AssetQueryAnswered(
                request.about().toString(),
                request.number().toString(),
                request.respondentId(),
                request.institution(),
                known));
    }
}
