package court.interaction.safety;

import court.interaction.stream.Message;
import court.platform.messenger.ContentSafetyPort;
import court.platform.messenger.ContentSafetyPort.Verdict;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All texts that are to be looked at, and what came of it. With nobody to look at them there are none. */
@Repository
public class ContentChecks {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final Clock clock;
    private final boolean on;

    ContentChecks(DatabaseClient database, WriteUnit unit, Clock clock, ObjectProvider<ContentSafetyPort> port) {
        this.database = database;
        this.unit = unit;
        this.clock = clock;
        this.on = port.getIfAvailable() != null;
    }

    /** Puts down that a text is to be looked at later. Inside the unit that writes the message; asks nobody. */
    public Mono<Void> expect(Message message, Actor author) {
        if (!on || message.content().text() == null) {
            return Mono.empty();
        }
        String account = author.weChat();
        var insert = database.sql("""
                        insert into content_check (message_id, case_id, account, state, due_at, error)
                        values (:message, :case, :account, :state, :now, :error)""")
                .bind("message", message.id())
                .bind("case", message.caseId())
                .bind("state", account == null ? "NOT_CHECKED" : "WAITING")
                .bind("now", now());
        return (account == null
                        ? insert.bindNull("account", String.class).bind("error", "NO_ACCOUNT")
                        : insert.bind("account", account).bindNull("error", String.class))
                .then();
    }

    /** A text that is due. */
    record Due(UUID messageId, UUID caseId, String account, int attempts) {}

    /** Takes what is due, so that nobody else does for a while. */
    Mono<List<Due>> take(int most, Duration lease) {
        return unit.run(() -> database.sql("""
                        update content_check set due_at = :later, attempts = attempts + 1
                        where message_id in (
                            select message_id from content_check where state = 'WAITING' and due_at <= :now
                            order by due_at limit :most for update skip locked)
                        returning message_id, case_id, account, attempts""")
                .bind("later", clock.instant().plus(lease).atOffset(ZoneOffset.UTC))
                .bind("now", now())
                .bind("most", most)
                .mapProperties(Due.class)
                .all()
                .collectList());
    }

    /** The account is of no more use then and goes. */
    Mono<Void> checked(Due due, Verdict verdict) {
        return unit.run(() -> database.sql("""
                        update content_check set state = 'CHECKED', suggest = :suggest, label = :label, trace = :trace,
                            account = null, settled_at = :now
                        where message_id = :id""")
                .bind("suggest", verdict.suggest())
                .bind("label", verdict.label())
                .bind("trace", verdict.trace())
                .bind("now", now())
                .bind("id", due.messageId())
                .then());
    }

    /** Asked too often without an answer. */
    Mono<Void> givenUp(Due due) {
        return unit.run(() ->
                database.sql("""
                        update content_check set state = 'NOT_CHECKED', error = 'NO_ANSWER', account = null, settled_at = :now
                        where message_id = :id""").bind("now", now()).bind("id", due.messageId()).then());
    }

    /**
     * What the court sees.
     *
     * @param suggest pass, review or risky; null until it was looked at, or when it was not
     * @param error why it was not: NO_ACCOUNT (the author used no WeChat), NO_ANSWER
     */
    record Seen(
            UUID messageId,
            String state,
            @Nullable String suggest,
            @Nullable Integer label,
            @Nullable String error,
            @Nullable Instant settledAt) {}

    Flux<Seen> of(UUID caseId, UUID after, int most) {
        return database.sql("""
                        select message_id, state, suggest, label, error, settled_at from content_check
                        where case_id = :case and message_id > :after order by message_id limit :most""")
                .bind("case", caseId)
                .bind("after", after)
                .bind("most", most)
                .mapProperties(Seen.class)
                .all();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
