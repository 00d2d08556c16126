package court.platform.notification;

import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.notification.Notification.Contents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Prompts as people and operations see them. */
final class NotificationList {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    NotificationList(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    private record Row(
            UUID id,
            UUID caseId,
            String person,
            Channel channel,
            String state,
            int attempts,
            @Nullable String error,
            @Nullable String wechatError,
            String body,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt) {}

    Flux<NotificationView> of(UUID caseId) {
        return database.sql("""
                        select id, case_id, person, channel, state, attempts, error, wechat_error, body, created_at, sent_at,
                            delivered_at
                        from notification where case_id = :case order by id limit 500""")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(row -> Mono.fromCallable(() -> view(row)).subscribeOn(blocking));
    }

    private NotificationView view(Row row) {
        Contents contents = json.read(row.body(), Contents.class, row.caseId(), NotificationRows.place(row.id()));
        boolean deleted = contents.wording().destroyed();
        Wording wording = deleted ? null : Notifications.wording(contents);
        return new NotificationView(
                row.id(),
                row.person(),
                wording == null ? "（已依法删除）" : wording.matter(),
                wording == null ? "" : wording.advice(),
                row.channel(),
                row.channel().text(),
                masked(row.channel(), contents),
                row.state(),
                NotificationView.stateText(row.state()),
                row.attempts(),
                row.error(),
                row.error() == null ? null : Failure.inChinese(row.error()),
                row.wechatError() == null ? null : Failure.inChinese(row.wechatError()),
                row.createdAt(),
                row.sentAt(),
                row.deliveredAt());
    }

    private static String masked(Channel channel, Contents contents) {
        Secret phone = contents.phone();
        if (channel == Channel.WECHAT) {
            return "微信小程序账号";
        }
        if (phone == null || phone.destroyed()) {
            return "无";
        }
        String number = phone.reveal();
        return number.length() < 8 ? "****" : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    /**
     * A prompt that did not arrive, for operations: nothing of whom it was for.
     *
     * @param attempts by the last channel
     */
    record Failed(
            UUID id,
            UUID caseId,
            String template,
            String channel,
            String state,
            int attempts,
            @Nullable String error,
            Instant createdAt) {}

    /** Those that failed, and those that were tried in vain so far; the newest first. */
    Flux<Failed> failed() {
        return database.sql("""
                        select id, case_id, template, channel, state, attempts, error, created_at from notification
                        where state = 'FAILED' or (state in ('WAITING', 'UNKNOWN') and attempts > 2)
                        order by id desc limit 1000""").mapProperties(Failed.class).all();
    }

    /** How many there are of each state, and since when the oldest waits. */
    record Figures(long waiting, long failed, @Nullable Instant oldestWaiting) {}

    Mono<Figures> figures() {
        return database.sql("""
                        select count(*) filter (where state in ('WAITING', 'UNKNOWN')) as waiting,
                            count(*) filter (where state = 'FAILED') as failed,
                            min(created_at) filter (where state in ('WAITING', 'UNKNOWN')) as oldest_waiting
                        from notification where next_at is not null or state = 'FAILED'""").mapProperties(Figures.class).one();
    }

    /** Takes a failed one up again, by SMS when there is a phone. Inside a write unit; false when it did not fail. */
    Mono<Boolean> resend(UUID id, Instant now) {
        return database.sql("""
                        update notification set state = 'WAITING', attempts = 0, next_at = now(), created_at = :now
                        where id = :id and state = 'FAILED' and error <> 'NO_ADDRESS'""")
                .bind("id", id)
                .bind("now", now.atOffset(java.time.ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
