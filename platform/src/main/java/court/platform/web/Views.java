package court.platform.web;

import court.platform.contract.AccessEvent.ProtectedDataViewed;
import court.platform.contract.Fact;
import court.platform.json.Secret;
import court.platform.outbox.Outbox;
import court.platform.outbox.TextDigests;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Puts every view of protected data on record before it is shown; once per person, object and hour (rule RE7). */
public final class Views {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final Outbox outbox;
    private final Clock clock;

    public Views(DatabaseClient database, WriteUnit unit, Outbox outbox, Clock clock) {
        this.database = database;
        this.unit = unit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param reason the viewer's own, where one is asked for
     */
    public record Seen(
            String object, String objectId, @Nullable String reason) {

        /** Another reason is another view. */
        private String key() {
            return reason == null
                    ? objectId
                    : objectId + "/" + TextDigests.of(reason).sha256();
        }
    }

    /** Completes when the view is on record; only then may the data be shown. */
    public Mono<Void> record(Actor actor, UUID caseId, String object, String objectId) {
        return record(actor, caseId, new Seen(object, objectId, null));
    }

    /** Completes when the view is on record; only then may the data be shown. */
    public Mono<Void> record(Actor actor, UUID caseId, Seen seen) {
        ProtectedDataViewed viewed = new ProtectedDataViewed(
                seen.object(),
                seen.objectId(),
                seen.reason() == null ? null : new Secret(caseId.toString(), seen.reason()));
        return unit.run(() -> firstThisHour(actor, seen.object(), seen.key())
                .filter(Boolean::booleanValue)
                .flatMap(first -> outbox.tell(caseId, actor, List.of(Fact.courtOnly(viewed)))));
    }

    private Mono<Boolean> firstThisHour(Actor actor, String object, String objectId) {
        return database.sql("""
                        insert into access_seen (actor, object, object_id, hour)
                        values (:actor, :object, :id, :hour) on conflict do nothing""")
                .bind("actor", actor.id())
                .bind("object", object)
                .bind("id", objectId)
                .bind("hour", clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
