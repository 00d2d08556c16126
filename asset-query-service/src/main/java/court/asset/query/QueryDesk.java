package court.asset.query;

import court.asset.matter.Bench;
import court.asset.matter.Matter.Open;
import court.asset.matter.Matters;
import court.asset.matter.Officers;
import court.asset.query.AssetQuery.Asker;
import court.platform.contract.AssetEvent.Officer;
import court.platform.outbox.WriteUnit;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a judge can ask institutions. */
@Component
class QueryDesk {

    private final Writing writing;
    private final Bench bench;
    private final Matters matters;
    private final Officers officers;
    private final AssetQueries queries;

    /** How a query is written, and when. */
    @Component
    record Writing(WriteUnit unit, Commands commands, Clock clock) {}

    QueryDesk(Writing writing, Bench bench, Matters matters, Officers officers, AssetQueries queries) {
        this.writing = writing;
        this.bench = bench;
        this.matters = matters;
        this.officers = officers;
        this.queries = queries;
    }

    /** A query was started. */
    record Started(UUID queryId, String respondentId) {}

    /** The judge of the case, when registered; about a respondent of it, while it is open. */
    Mono<Started> ask(Command command, UUID caseId, @Nullable String respondentId) {
        return writing.unit()
                .run(() -> bench.judge(command.actor(), caseId)
                        .flatMap(
                                judge -> writing.commands().once(command, () -> start(command, caseId, respondentId))));
    }

    private Mono<Started> start(Command command, UUID caseId, @Nullable String respondentId) {
        if (respondentId == null || respondentId.isBlank()) {
            return Mono.error(QueryRefusal.RESPONDENT_MISSING::because);
        }
        return matters.lock(caseId)
                .map(stored -> query(command, stored.matter().open(), respondentId))
                .flatMap(query -> queries.start(command.actor(), query))
                .map(query -> new Started(query.id(), query.respondent().partyId()));
    }

    private AssetQuery query(Command command, Open matter, String respondentId) {
        String court = matter.file().courtCode();
        Officer officer = officers.get(court, command.actor().id());
        Asker asker = new Asker(matter.file().caseNumber(), officers.courtName(court), officer);
        return AssetQuery.of(matter, respondentId, asker, false, writing.clock().instant());
    }
}
