package court.interaction.stream;

import court.platform.json.SealedJson;
import court.platform.outbox.WriteUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Messages that carry no marks of the present suite: those from before messages were marked. */
@Repository
public class Unmarked {

    private static final Logger LOG = LoggerFactory.getLogger(Unmarked.class);
    private static final int AT_ONCE = 100;

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final WordMarks marks;
    private final WriteUnit unit;

    Unmarked(DatabaseClient database, SealedJson json, Scheduler blocking, WordMarks marks, WriteUnit unit) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.marks = marks;
        this.unit = unit;
    }

    /**
     * Marks some of those after an id, each by itself; one that cannot be opened stays as it is.
     *
     * @return the last id that was looked at; empty when there is none left
     */
    public Mono<UUID> mark(UUID after) {
        return some(after)
                .concatMap(row -> mark(row).thenReturn(row.id()))
                .takeLast(1)
                .next();
    }

    private Flux<MessageRow> some(UUID after) {
        return database.sql("select 0 as seq, " + MessageRow.COLUMNS + """
                         from message m
                        where (m.suite is null or m.suite < :suite or m.suite > :suite) and m.id > :after
                        order by m.id limit :most""")
                .bind("suite", marks.suite())
                .bind("after", after)
                .bind("most", AT_ONCE)
                .mapProperties(MessageRow.class)
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable);
    }

    private Mono<Void> mark(MessageRow row) {
        return Mono.fromCallable(() -> Marked.of(row.message(json), marks))
                .subscribeOn(blocking)
                .flatMap(marked -> unit.run(() -> write(row.id(), marked)))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("message {} gets no marks for now: {}", row.id(), failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Long> write(UUID id, Marked marked) {
        return marked.bind(
                        database.sql(
                                "update message set kind = :kind, owner = :owner, suite = :suite, words = :words where id = :id"))
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }
}
