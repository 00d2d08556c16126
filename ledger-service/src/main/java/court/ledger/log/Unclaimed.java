package court.ledger.log;

import court.platform.contract.FileRef;
import court.platform.model.Digests;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Leaves that were restored from the tiles and wait for the facts and files they belong to. */
@Repository
public class Unclaimed {

    private final DatabaseClient database;
    private final AtomicLong last = new AtomicLong();

    Unclaimed(DatabaseClient database, MeterRegistry meters) {
        this.database = database;
        Gauge.builder("court.ledger.unclaimed", last, AtomicLong::get)
                .description("restored leaves whose facts and files were not heard again yet")
                .register(meters);
    }

    private record Waiting(long leaf, String sha256, String sm3) {}

    /** Those that this batch may belong to, by what is in them. */
    Mono<Map<Digests, Deque<Long>>> of(Collection<Arrival> batch) {
        String[] digests = batch.stream()
                .flatMap(it -> Stream.concat(
                        Stream.of(it.digests()), it.files().stream().map(FileRef::digests)))
                .map(Digests::sha256)
                .toArray(String[]::new);
        return database.sql("select leaf, sha256, sm3 from unclaimed where sha256 = any(:digests) order by leaf")
                .bind("digests", digests)
                .mapProperties(Waiting.class)
                .all()
                .collectList()
                .map(Unclaimed::byDigests);
    }

    private static Map<Digests, Deque<Long>> byDigests(List<Waiting> rows) {
        Map<Digests, Deque<Long>> waiting = new HashMap<>();
        rows.forEach(it -> waiting.computeIfAbsent(new Digests(it.sha256(), it.sm3()), key -> new ArrayDeque<>())
                .add(it.leaf()));
        return waiting;
    }

    /** Leaves of the tree from one place on, just restored. */
    Mono<Void> add(long from) {
        return database.sql("insert into unclaimed select index, sha256, sm3 from leaf where index >= :from")
                .bind("from", from)
                .then();
    }

    Mono<Void> claim(List<Long> leaves) {
        return leaves.isEmpty()
                ? Mono.empty()
                : database.sql("delete from unclaimed where leaf = any(:leaves)")
                        .bind("leaves", leaves.toArray(Long[]::new))
                        .then()
                        .then(count())
                        .then();
    }

    public Mono<Long> count() {
        return database.sql("select count(*) from unclaimed")
                .mapValue(Long.class)
                .one()
                .doOnNext(last::set);
    }
}
