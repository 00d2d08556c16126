package court.interaction.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Places of a stream where what is wanted may stand; only what is read there tells. */
@Repository
class Candidates {

    private final DatabaseClient database;
    private final BlindMarks marks;
    private final Scheduler blocking;

    Candidates(DatabaseClient database, BlindMarks marks, Scheduler blocking) {
        this.database = database;
        this.marks = marks;
        this.blocking = blocking;
    }

    /** In whose stream it is looked, from where back. */
    record From(UUID caseId, String reader, long before) {

        From back(long seq) {
            return new From(caseId, reader, seq);
        }
    }

    /** The marks of the words looked for, by each author's key. */
    Mono<List<Long[]>> marks(UUID caseId, FoldedText words) {
        return database.sql("select distinct owner from message where case_id = :case and owner is not null")
                .bind("case", caseId)
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMap(owners ->
                        Mono.fromCallable(() -> marks(caseId, owners, words)).subscribeOn(blocking));
    }

    private List<Long[]> marks(UUID caseId, List<String> owners, FoldedText words) {
        return owners.stream()
                .flatMap(owner -> marks.of(caseId, owner, words).stream())
                .toList();
    }

    /**
     * The newest places.
     *
     * @param any one of these sets of marks is needed; null when none is
     */
    Mono<List<Long>> find(From from, Wanted wanted, @Nullable List<Long[]> any, int most) {
        var sql = database.sql("""
                        select s.seq from stream s join message m on m.id = s.message_id
                         where s.case_id = :case and s.reader = :reader and s.seq < :before
                           and m.case_id = :case and m.posted_at >= :from and m.posted_at < :to
                           and (:sender = '' or m.sender = :sender)
                           and (m.suite is null or m.suite <> :suite or ((:kind = '' or m.kind = :kind) and %s))
                         order by s.seq desc limit :most""".formatted(condition(any)))
                .bind("case", from.caseId())
                .bind("reader", from.reader())
                .bind("before", from.before())
                .bind("from", wanted.earliest())
                .bind("to", wanted.latest())
                .bind("sender", wanted.sender() == null ? "" : wanted.sender())
                .bind("suite", marks.suite())
                .bind("kind", kind(wanted))
                .bind("most", most);
        for (int at = 0; any != null && at < any.size(); at++) {
            sql = sql.bind("words" + at, any.get(at));
        }
        return sql.mapValue(Long.class).all().collectList();
    }

    private static String kind(Wanted wanted) {
        String card = wanted.type() == null ? "" : Wanted.Kind.CARD.name();
        return wanted.kind() == null ? card : wanted.kind().name();
    }

    private static String condition(@Nullable List<Long[]> any) {
        if (any == null) {
            return "true";
        }
        return IntStream.range(0, any.size())
                .mapToObj(at -> " or m.words @> :words" + at)
                .collect(Collectors.joining("", "(false", ")"));
    }
}
