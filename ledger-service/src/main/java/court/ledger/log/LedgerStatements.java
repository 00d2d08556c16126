package court.ledger.log;

import court.platform.outbox.TextDigests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger itself has to say: entered with a leaf like any act, under no case. */
@Component
public class LedgerStatements {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID NO_CASE = new UUID(0, 0);
    private static final String SOURCE = "ledger";
    private static final String ACT = "ACT";

    private final DatabaseClient database;
    private final Sequencer sequencer;
    private final Clock clock;

    LedgerStatements(DatabaseClient database, Sequencer sequencer, Clock clock) {
        this.database = database;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /** @param id random: nobody can guess the digest of what is stated */
    public Mono<Void> enter(UUID id, String type, String statement) {
        return database.sql("""
                        select coalesce(max(sequence), 0) + 1 from received where case_id = :none and source = :source""")
                .bind("none", NO_CASE)
                .bind("source", SOURCE)
                .mapValue(Long.class)
                .one()
                .flatMap(sequence -> sequencer.enter(List.of(arrival(id, type, sequence, statement))))
                .then();
    }

    private Arrival arrival(UUID id, String type, long sequence, String statement) {
        Instant now = clock.instant();
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "id", id,
                "caseId", NO_CASE,
                "source", SOURCE,
                "sequence", sequence,
                "kind", ACT,
                "type", type,
                "audience", List.of(),
                "files", List.of(),
                "occurredAt", now.toString(),
                "statement", statement));
        Heading heading = new Heading(id, NO_CASE, SOURCE, sequence, ACT, type, "", now);
        return new Arrival(id, heading, "[]", body, TextDigests.of(body), List.of(), List.of());
    }
}
