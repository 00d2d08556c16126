package court.platform.outbox;

import court.platform.contract.Fact;
import court.platform.model.Uuid7;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What a service has to tell, written in the same transaction as the change it tells of. Sequences are gap-free per
 * case, because the case's sequence row stays locked until the transaction ends.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

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
        return facts.isEmpty()
                ? Mono.empty()
                : trace.current()
                        .map(told -> facts.stream()
                                .map(fact -> new Word(caseId, actor, told, fact))
                                .toList())
                        .flatMap(this::tell);
    }

    /** One fact that somebody tells, in the trace in which they asked for it. */
    public record Word(UUID caseId, Actor actor, String traceparent, Fact fact) {}

    /** Tells facts of several cases, of each in this order. Must run inside a {@link WriteUnit}. */
    public Mono<Void> tell(List<Word> words) {
        if (words.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return WriteUnit.telling()
                .then(reserve(words))
                .flatMap(next -> seal(words, next, now))
                .flatMap(this::write)
                .doOnNext(told -> log(words, told))
                .then();
    }

    /** Each under the trace in which it was asked for. */
    private void log(List<Word> words, List<Envelope.Sealed> told) {
        for (int i = 0; i < told.size(); i++) {
            Envelope.Sealed it = told.get(i);
            trace.under(words.get(i).traceparent(), () -> LOG.info("tells {} {}", it.type(), it.id()));
        }
    }

    private record Reserved(UUID caseId, long last) {}

    /** Takes the next sequences of each case, gives the first of them, and keeps the cases' rows locked. */
    private Mono<Map<UUID, Long>> reserve(List<Word> words) {
        Map<UUID, Long> counts =
                words.stream().collect(Collectors.groupingBy(Word::caseId, TreeMap::new, Collectors.counting()));
        return database.sql("""
                        insert into fact_sequence (case_id, last)
                        select case_id, many from unnest(:cases::uuid[], :counts::bigint[]) as it (case_id, many) order by case_id
                        on conflict (case_id) do update set last = fact_sequence.last + excluded.last
                        returning case_id, last""")
                .bind("cases", counts.keySet().toArray(UUID[]::new))
                .bind("counts", counts.values().toArray(Long[]::new))
                .mapProperties(Reserved.class)
                .all()
                .collectMap(Reserved::caseId, it -> it.last() - counts.getOrDefault(it.caseId(), 0L) + 1);
    }

    /** Sealing reads keys from disk, so it leaves the event loop. */
    private Mono<List<Envelope.Sealed>> seal(List<Word> words, Map<UUID, Long> next, Instant now) {
        return Mono.fromCallable(() -> words.stream()
                        .map(word ->
                                envelope.seal(Uuid7.at(now), next.merge(word.caseId(), 1L, Long::sum) - 1, now, word))
                        .toList())
                .subscribeOn(blocking);
    }

    private Mono<List<Envelope.Sealed>> write(List<Envelope.Sealed> facts) {
        return database.sql("""
                        insert into outbox (fact_id, case_id, sequence, kind, type, body, headers)
                        select fact_id, case_id, sequence, kind, type, body, headers
                        from unnest(:ids::uuid[], :cases::uuid[], :sequences::bigint[], :kinds::text[], :types::text[], :bodies::text[],
                            :headers::text[]) with ordinality as it (fact_id, case_id, sequence, kind, type, body, headers, place)
                        order by place""")
                .bind("ids", facts.stream().map(Envelope.Sealed::id).toArray(UUID[]::new))
                .bind("cases", facts.stream().map(Envelope.Sealed::caseId).toArray(UUID[]::new))
                .bind("sequences", facts.stream().map(Envelope.Sealed::sequence).toArray(Long[]::new))
                .bind("kinds", texts(facts, it -> it.fact().event().kind().name()))
                .bind("types", texts(facts, Envelope.Sealed::type))
                .bind("bodies", texts(facts, Envelope.Sealed::body))
                .bind("headers", texts(facts, Envelope.Sealed::headers))
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

    /** Acts told before this id was made, by type. */
    public Flux<Tally> tallies(UUID before) {
        return database.sql("select type, count(*) as many, " + Tally.SUM
                        + " as sum from outbox where kind = 'ACT' and fact_id < :before group by type")
                .bind("before", before)
                .mapProperties(Tally.class)
                .all();
    }

    /** An act of some type: its id and place. */
    public record Act(UUID factId, UUID caseId, long sequence) {}

    /** Acts of one type with an id between these, the lowest first, not more than ten thousand. */
    public Flux<Act> acts(String type, UUID after, UUID before) {
        return database.sql("""
                        select fact_id, case_id, sequence from outbox
                        where kind = 'ACT' and type = :type and fact_id > :after and fact_id < :before
                        order by fact_id limit 10000""")
                .bind("type", type)
                .bind("after", after)
                .bind("before", before)
                .mapProperties(Act.class)
                .all();
    }

    /** One fact told: its id, kind and place. */
    public record Told(UUID factId, String kind, long sequence, boolean sent) {}
}
