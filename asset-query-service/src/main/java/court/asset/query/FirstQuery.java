package court.asset.query;

import court.asset.matter.Matter;
import court.asset.matter.Matter.Led;
import court.asset.matter.Matter.Respondent;
import court.asset.matter.Officers;
import court.asset.query.AssetQuery.Asker;
import court.platform.security.Actor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The first query of a case, by itself, under the standing instruction of the judge who got it (rules RP4, RP6). */
@Component
public class FirstQuery {

    private static final Actor PLATFORM = Actor.service("asset");

    private final Officers officers;
    private final AssetQueries queries;
    private final Clock clock;

    FirstQuery(Officers officers, AssetQueries queries, Clock clock) {
        this.officers = officers;
        this.queries = queries;
        this.clock = clock;
    }

    /** Asks about each respondent nobody was asked about yet; nothing when the judge has given no such instruction. */
    public Mono<Void> of(Matter matter) {
        return matter instanceof Led led
                ? Mono.justOrEmpty(officers.standing(led.file().courtCode(), led.judgeId()))
                        .map(officer -> new Asker(
                                led.file().caseNumber(),
                                officers.courtName(led.file().courtCode()),
                                officer))
                        .flatMap(asker -> all(led, asker))
                : Mono.empty();
    }

    private Mono<Void> all(Led led, Asker asker) {
        return Flux.fromIterable(led.file().respondents())
                .map(Respondent::partyId)
                .filterWhen(id -> queries.any(led.id(), id).map(asked -> !asked))
                .map(id -> AssetQuery.of(led, id, asker, true, clock.instant()))
                .concatMap(query -> queries.start(PLATFORM, query))
                .then();
    }
}
