package court.platform.notification;

import court.platform.json.SealedJson;
import court.platform.model.Columns;
import court.platform.notification.Notification.Contents;
import court.platform.notification.Notification.Next;
import court.platform.notification.Notification.State;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How prompts lie in their table, and who takes which. All go in and out many at a time. */
final class NotificationRows {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    NotificationRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** A prompt that is told the first time. */
    record First(Notification notification, Prompt prompt) {}

    /** A prompt as its table has it, its contents sealed. */
    record Row(UUID id, UUID caseId, String channel, String state, int attempts, Instant createdAt, String body) {}

    /** What became of a prompt. */
    record Kept(Notification was, Next next) {

        boolean otherChannel() {
            return was.channel() != next.channel();
        }

        boolean attemptsStartOver() {
            return otherChannel() || (next.state() == State.SENT && was.state() != State.SENT);
        }
    }

    /** Inserts those of which there is none by the same key. */
    Mono<Void> insert(List<First> all, Instant now) {
        return Mono.fromCallable(() -> all.stream().map(this::sealed).toArray(String[]::new))
                .subscribeOn(blocking)
                .flatMap(bodies -> database.sql("""
                        insert into notification
                            (id, case_id, dedupe_key, person, template, channel, state, next_at, error, body, created_at)
                        select id, case_id, dedupe_key, person, template, channel, state,
                            case when state <> 'FAILED' then now() end, case when state = 'FAILED' then 'NO_ADDRESS' end, body, :now
                        from unnest(:ids::uuid[], :cases::uuid[], :keys::text[], :people::text[], :templates::text[],
                            :channels::text[], :states::text[], :bodies::text[])
                            as it (id, case_id, dedupe_key, person, template, channel, state, body)
                        on conflict (dedupe_key) do nothing""")
                        .bind("ids", Columns.of(all, it -> it.notification().id(), UUID[]::new))
                        .bind("cases", Columns.of(all, it -> it.notification().caseId(), UUID[]::new))
                        .bind("keys", Columns.texts(all, it -> it.prompt().key()))
                        .bind(
                                "people",
                                Columns.texts(all, it -> it.prompt().recipient().person()))
                        .bind(
                                "templates",
                                Columns.texts(all, it -> it.prompt().wording().template()))
                        .bind(
                                "channels",
                                Columns.texts(
                                        all, it -> it.notification().channel().name()))
                        .bind(
                                "states",
                                Columns.texts(
                                        all, it -> it.notification().state().name()))
                        .bind("bodies", bodies)
                        .bind("now", utc(now))
                        .then());
    }

    private String sealed(First it) {
        Notification first = it.notification();
        return json.write(first.contents(), first.caseId(), place(first.id()));
    }

    /**
     * Takes those that are due, the longest waiting first: for so long nobody else takes them, and they are unknown until it is
     * kept what became of them. Inside a write unit.
     */
    Mono<List<Row>> take(int most, Duration lease) {
        return database.sql("""
                        with due as (
                            select id, state from notification where next_at <= now() order by next_at limit :most
                            for update skip locked)
                        update notification n set state = case when n.state = 'WAITING' then 'UNKNOWN' else n.state end,
                            next_at = now() + :millis * interval '1 millisecond'
                        from due where n.id = due.id
                        returning n.id, n.case_id, n.channel, due.state, n.attempts, n.created_at, n.body""")
                .bind("most", most)
                .bind("millis", lease.toMillis())
                .mapProperties(Row.class)
                .all()
                .collectList();
    }

    Mono<Notification> opened(Row row) {
        return Mono.fromCallable(() -> new Notification(
                        row.id(),
                        row.caseId(),
                        Channel.valueOf(row.channel()),
                        State.valueOf(row.state()),
                        row.attempts(),
                        row.createdAt(),
                        json.read(row.body(), Contents.class, row.caseId(), place(row.id()))))
                .subscribeOn(blocking);
    }

    /** What became of each; one that is over stays as it is. Gives those written. Inside a write unit. */
    Mono<List<UUID>> keep(List<Kept> all, Instant now) {
        return database.sql("""
                        update notification n set channel = it.channel, state = it.state, error = it.error,
                            message_id = coalesce(it.message, n.message_id),
                            attempts = case when it.fresh then 0 else n.attempts + 1 end,
                            wechat_error = case when it.other then it.error else n.wechat_error end,
                            sent_at = case when it.state in ('SENT', 'DELIVERED') then coalesce(n.sent_at, :now) end,
                            delivered_at = case when it.state = 'DELIVERED' then :now::timestamptz end,
                            next_at = now() + it.millis * interval '1 millisecond'
                        from unnest(:ids::uuid[], :channels::text[], :states::text[], :errors::text[], :messages::text[],
                            :millis::bigint[], :others::boolean[], :freshes::boolean[])
                            as it (id, channel, state, error, message, millis, other, fresh)
                        where n.id = it.id and n.next_at is not null
                        returning n.id""")
                .bind("ids", Columns.of(all, it -> it.was().id(), UUID[]::new))
                .bind("channels", Columns.texts(all, it -> it.next().channel().name()))
                .bind("states", Columns.texts(all, it -> it.next().state().name()))
                .bind("errors", Columns.texts(all, it -> it.next().error()))
                .bind("messages", Columns.texts(all, it -> it.next().messageId()))
                .bind("millis", Columns.of(all, it -> millis(it.next().pause()), Long[]::new))
                .bind("others", Columns.of(all, Kept::otherChannel, Boolean[]::new))
                .bind("freshes", Columns.of(all, Kept::attemptsStartOver, Boolean[]::new))
                .bind("now", utc(now))
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private static @Nullable Long millis(@Nullable Duration pause) {
        return pause == null ? null : pause.toMillis();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** What a prompt's sealed values belong to. */
    static String place(UUID id) {
        return "notification/" + id;
    }
}
