package court.platform.outbox;

import court.platform.contract.Fact;
import court.platform.model.Uuid7;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service has to tell, written in the same transaction as the change it tells of. Sequences are gap-free per
 * case, because the case's sequence row stays locked until the transaction ends.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final JsonMapper PLAIN = new JsonMapper();

    private final DatabaseClient database;
    private final Envelope envelope;
    private final TraceText trace;
    private final Clock clock;
    private final Scheduler blocking;

    Outbox(DatabaseClient database, Envelope envelope, TraceText trace, Clock clock, Scheduler blocking) {
        this.database = database;
        this.envelope = envelope;
        this.trace = trace;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Tells facts of one case in this order. Must run inside a {@link WriteUnit}. */
    public Mono<Void> tell(UUID caseId, Actor actor, List<Fact> facts) {
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return WriteUnit.telling()
                .then(reserve(caseId, facts.size()))
                .flatMap(last -> seal(caseId, last - facts.size() + 1, actor, now, facts))
                .zipWith(trace.current())
                .flatMap(it -> write(caseId, it.getT1(), it.getT2()))
                .flatMap(told -> trace.log(() -> told.forEach(it -> LOG.info("tells {} {}", it.type(), it.id()))));
    }

    /** Takes the next {@code count} sequences of the case, gives the last, and keeps the case's row locked. */
    private Mono<Long> reserve(UUID caseId, int count) {
        return database.sql("""
                        insert into fact_sequence (case_id, last) values (:case, :count)
                        on conflict (case_id) do update set last = fact_sequence.last + :count
                        returning last""")
                .bind("case", caseId)
                .bind("count", (long) count)
                .mapValue(Long.class)
                .one();
    }

    /** Sealing reads keys from disk, so it leaves the event loop. */
    private Mono<List<Envelope.Sealed>> seal(UUID caseId, long first, Actor actor, Instant now, List<Fact> facts) {
        return Mono.fromCallable(() -> IntStream.range(0, facts.size())
                        .mapToObj(i -> envelope.seal(caseId, Uuid7.at(now), first + i, actor, now, facts.get(i)))
                        .toList())
                .subscribeOn(blocking);
    }

    private Mono<List<Envelope.Sealed>> write(UUID caseId, List<Envelope.Sealed> facts, String traceparent) {
        return database.sql("""
                        insert into outbox (fact_id, case_id, sequence, kind, type, body, headers)
                        select fact_id, :case, sequence, kind, type, body, headers
                        from unnest(:ids::uuid[], :sequences::bigint[], :kinds::text[], :types::text[], :bodies::text[],
                            :headers::text[]) with ordinality as it (fact_id, sequence, kind, type, body, headers, place)
                        order by place""")
                .bind("case", caseId)
                .bind("ids", facts.stream().map(Envelope.Sealed::id).toArray(UUID[]::new))
                .bind("sequences", facts.stream().map(Envelope.Sealed::sequence).toArray(Long[]::new))
                .bind("kinds", texts(facts, it -> it.fact().event().kind().name()))
                .bind("types", texts(facts, Envelope.Sealed::type))
                .bind("bodies", texts(facts, Envelope.Sealed::body))
                .bind("headers", texts(facts, it -> PLAIN.writeValueAsString(envelope.headers(it, traceparent))))
                .then()
                .thenReturn(facts);
    }

    private static String[] texts(List<Envelope.Sealed> facts, Function<Envelope.Sealed, String> text) {
        return facts.stream().map(text).toArray(String[]::new);
    }

    /** The facts told about a case, as this service's own record says: for comparing with what others have of them. */
    public Flux<Told> told(UUID caseId) {
        return database.sql(
                        "select fact_id, kind, sequence, sent_at is not null as sent from outbox where case_id = :case order by sequence")
                .bind("case", caseId)
                .mapProperties(Told.class)
                .all();
    }

    /** One fact told: its id, kind and place. */
    public record Told(UUID factId, String kind, long sequence, boolean sent) {}
}
