package court.platform.notification;

import court.platform.json.SealedJson;
import court.platform.notification.Notification.Contents;
import court.platform.notification.Notification.Next;
import court.platform.notification.Notification.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How prompts lie in their table, and who takes which. */
final class NotificationRows {

    private static final String COLUMNS = "id, case_id, channel, state, attempts, created_at, body";

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    NotificationRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    private record Row(
            UUID id, UUID caseId, String channel, String state, int attempts, Instant createdAt, String body) {}

    /** Inserts it unless there is one by this key. */
    Mono<Void> insert(Notification first, Prompt prompt) {
        boolean over = first.state() == State.FAILED;
        return Mono.fromCallable(() -> json.write(first.contents(), first.caseId(), place(first.id())))
                .subscribeOn(blocking)
                .flatMap(body -> database.sql("""
                        insert into notification
                            (id, case_id, dedupe_key, person, template, channel, state, next_at, error, body, created_at)
                        values (:id, :case, :key, :person, :template, :channel, :state, case when :over then null else now() end,
                            case when :over then 'NO_ADDRESS' end, :body, :now)
                        on conflict (dedupe_key) do nothing""")
                        .bind("id", first.id())
                        .bind("case", first.caseId())
                        .bind("key", prompt.key())
                        .bind("person", prompt.recipient().person())
                        .bind("template", prompt.wording().template())
                        .bind("channel", first.channel().name())
                        .bind("state", first.state().name())
                        .bind("over", over)
                        .bind("body", body)
                        .bind("now", first.createdAt().atOffset(ZoneOffset.UTC))
                        .then());
    }

    /** Those that are due, the longest waiting first. */
    Mono<List<UUID>> due(int most) {
        return database.sql("select id from notification where next_at <= now() order by next_at limit :most")
                .bind("most", most)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    /** The prompt when it is due and nobody else has it. Inside a write unit. */
    Mono<Notification> take(UUID id) {
        return read(id, " and next_at <= now() for update skip locked");
    }

    /** The prompt when it is not over, locked. Inside a write unit. */
    Mono<Notification> lock(UUID id) {
        return read(id, " and next_at is not null for update");
    }

    private Mono<Notification> read(UUID id, String which) {
        return database.sql("select " + COLUMNS + " from notification where id = :id" + which)
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .flatMap(row -> Mono.fromCallable(() -> opened(row)).subscribeOn(blocking));
    }

    private Notification opened(Row row) {
        return new Notification(
                row.id(),
                row.caseId(),
                Channel.valueOf(row.channel()),
                State.valueOf(row.state()),
                row.attempts(),
                row.createdAt(),
                json.read(row.body(), Contents.class, row.caseId(), place(row.id())));
    }

    /** It is being sent or asked about: for so long nobody else takes it. Inside a write unit. */
    Mono<Void> lease(UUID id, Duration lease) {
        return database.sql("""
                        update notification set state = case when state = 'WAITING' then 'UNKNOWN' else state end,
                            next_at = now() + :millis * interval '1 millisecond' where id = :id""").bind("millis", lease.toMillis()).bind("id", id).then();
    }

    /** What became of it. Inside a write unit. */
    Mono<Void> keep(Notification was, Next next, Instant now) {
        boolean changed = was.channel() != next.channel();
        GenericExecuteSpec update = database.sql("""
                        update notification set channel = :channel, state = :state, error = :error,
                            message_id = coalesce(:message, message_id), attempts = case when :fresh then 0 else attempts + 1 end,
                            wechat_error = case when :changed then :error else wechat_error end,
                            sent_at = case when :state in ('SENT', 'DELIVERED') then coalesce(sent_at, :now) end,
                            delivered_at = case when :state = 'DELIVERED' then :now::timestamptz end,
                            next_at = now() + :millis * interval '1 millisecond'
                        where id = :id""")
                .bind("channel", next.channel().name())
                .bind("state", next.state().name())
                .bind("changed", changed)
                .bind("fresh", changed || (next.state() == State.SENT && was.state() != State.SENT))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", was.id());
        update = next.error() == null ? update.bindNull("error", String.class) : update.bind("error", next.error());
        update = next.messageId() == null
                ? update.bindNull("message", String.class)
                : update.bind("message", next.messageId());
        return (next.pause() == null
                        ? update.bindNull("millis", Long.class)
                        : update.bind("millis", next.pause().toMillis()))
                .then();
    }

    /** What a prompt's sealed values belong to. */
    static String place(UUID id) {
        return "notification/" + id;
    }
}
