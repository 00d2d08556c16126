package court.asset.request;

import court.asset.institution.Asked;
import court.asset.request.Request.State;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** All requests to institutions. Each is one row, written with what asks for it, sent after the commit by a task. */
@Repository
public class Requests {

    private static final JsonMapper PLAIN = new JsonMapper();

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    Requests(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** What a request is about. */
    public record Purpose(UUID caseId, String institution, UUID about, String respondentId) {}

    /** The body as it goes out, sealed in one piece: the same bytes each time. */
    private record Body(Secret text) {}

    private record Row(
            UUID number,
            UUID caseId,
            String institution,
            String kind,
            UUID about,
            String respondentId,
            String state,
            String body) {}

    /** A request that is due. */
    record Due(UUID number, String institution) {}

    /** Adds a request, to be sent by itself after the commit. Inside a write unit. */
    public Mono<Void> add(Purpose purpose, Asked asked) {
        UUID number = UUID.fromString(asked.requestNumber());
        Body body = new Body(new Secret(purpose.respondentId(), PLAIN.writeValueAsString(asked)));
        return Mono.fromCallable(() -> json.write(body, purpose.caseId(), place(number)))
                .subscribeOn(blocking)
                .flatMap(written -> database.sql("""
                        insert into request (number, case_id, institution, kind, about, respondent_id, state, body)
                        values (:number, :case, :institution, :kind, :about, :respondent, 'OPEN', :body)""")
                        .bind("number", number)
                        .bind("case", purpose.caseId())
                        .bind("institution", purpose.institution())
                        .bind("kind", asked.kind())
                        .bind("about", purpose.about())
                        .bind("respondent", purpose.respondentId())
                        .bind("body", written)
                        .then());
    }

    /** The requests that are due, of each institution the first few. */
    Mono<List<Due>> due(int mostOfEach) {
        return database.sql("""
                        select number, institution from (
                            select number, institution, row_number() over (partition by institution order by next_at) as place
                            from request where state in ('OPEN', 'UNKNOWN', 'PROCESSING') and next_at <= now()) due
                        where place <= :most""")
                .bind("most", mostOfEach)
                .mapProperties(Due.class)
                .all()
                .collectList();
    }

    /** The request when it is due and nobody else has it. Inside a write unit. */
    Mono<Request> take(UUID number) {
        return read(number, """
                select number, case_id, institution, kind, about, respondent_id, state, body from request
                where number = :number and state in ('OPEN', 'UNKNOWN', 'PROCESSING') and next_at <= now()
                for update skip locked""");
    }

    /** The request when it is not over, locked. Inside a write unit. */
    Mono<Request> lock(UUID number) {
        return read(number, """
                select number, case_id, institution, kind, about, respondent_id, state, body from request
                where number = :number and state in ('OPEN', 'UNKNOWN', 'PROCESSING') for update""");
    }

    private Mono<Request> read(UUID number, String sql) {
        return database.sql(sql)
                .bind("number", number)
                .mapProperties(Row.class)
                .one()
                .flatMap(row -> Mono.fromCallable(() -> opened(row)).subscribeOn(blocking));
    }

    private Request opened(Row row) {
        Secret text = json.read(row.body(), Body.class, row.caseId(), place(row.number()))
                .text();
        return new Request(
                row.number(),
                row.caseId(),
                row.institution(),
                row.about(),
                row.respondentId(),
                State.valueOf(row.state()),
                new Request.Content(Asked.read(row.kind(), text.reveal()), text));
    }

    /** It is being sent or asked about: for so long nobody else takes it. Inside a write unit. */
    Mono<Void> lease(Request request, Duration lease) {
        return database.sql("""
                        update request set state = case when state = 'OPEN' then 'UNKNOWN' else state end,
                            next_at = now() + :millis * interval '1 millisecond' where number = :number""")
                .bind("millis", lease.toMillis())
                .bind("number", request.number())
                .then();
    }

    /** It is over. Inside a write unit. */
    Mono<Void> end(Request request, State state, Instant now) {
        return database.sql("""
                        update request set state = :state, fault = null,
                            answered_at = case when :state = 'ANSWERED' then :now::timestamptz end where number = :number""")
                .bind("state", state.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("number", request.number())
                .then();
    }

    /** It goes on later: after the pause, twice as long each time, up to the longest. Inside a write unit. */
    Mono<Void> later(Request request, State state, String fault, Duration pause, Duration longest) {
        return database.sql("""
                        update request set state = :state, fault = nullif(:fault, ''), attempts = attempts + 1,
                            next_at = now() + least(:pause * power(2, least(attempts, 20)), :longest) * interval '1 millisecond'
                        where number = :number""")
                .bind("state", state.name())
                .bind("fault", fault)
                .bind("pause", pause.toMillis())
                .bind("longest", longest.toMillis())
                .bind("number", request.number())
                .then();
    }

    /** True the first time an answer to this request was thrown away for this reason. Inside a write unit. */
    Mono<Boolean> firstRefused(Request request, String reason) {
        return database.sql(
                        "insert into refused_reply (number, reason) values (:number, :reason) on conflict do nothing")
                .bind("number", request.number())
                .bind("reason", reason)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** How far the requests about one query or freeze have come. */
    public Flux<Progress> about(UUID about) {
        return database.sql("""
                        select number as request_number, institution, state, fault, answered_at from request
                        where about = :about order by institution, number""")
                .bind("about", about)
                .mapProperties(Progress.class)
                .all();
    }

    /** What a request's sealed values belong to. */
    private static String place(UUID number) {
        return "request/" + number;
    }
}
