package court.interaction.member;

import court.platform.json.SealedJson;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Why and since when members may not speak 禁言. That they may not is part of their membership. */
@Repository
class Suspensions {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    Suspensions(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** One of them. */
    record Suspension(String memberId, Secret reason, Instant since) {}

    private record Row(String memberId, String body) {}

    /** All that hold in a case. */
    Mono<List<Suspension>> of(UUID caseId) {
        return database.sql("select member_id, body from suspension where case_id = :case order by member_id")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMap(rows -> Mono.fromCallable(() -> rows.stream()
                                .map(it -> json.read(it.body(), Suspension.class, caseId, place(it.memberId())))
                                .toList())
                        .subscribeOn(blocking));
    }

    /** Inside a write unit that has locked the room. */
    Mono<Void> add(UUID caseId, Suspension it) {
        return Mono.fromCallable(() -> json.write(it, caseId, place(it.memberId())))
                .subscribeOn(blocking)
                .flatMap(body -> database.sql(
                                "insert into suspension (case_id, member_id, body) values (:case, :member, :body)")
                        .bind("case", caseId)
                        .bind("member", it.memberId())
                        .bind("body", body)
                        .then());
    }

    /** Inside a write unit that has locked the room. */
    Mono<Void> remove(UUID caseId, String memberId) {
        return database.sql("delete from suspension where case_id = :case and member_id = :member")
                .bind("case", caseId)
                .bind("member", memberId)
                .then();
    }

    /** What its sealed values belong to. */
    private static String place(String memberId) {
        return "suspension/" + memberId;
    }
}
