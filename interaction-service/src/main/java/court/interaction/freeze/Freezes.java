package court.interaction.freeze;

import court.interaction.room.Rooms;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.AssetEvent;
import court.platform.contract.AssetEvent.AssetFrozen;
import court.platform.contract.AssetEvent.AssetQueryAnswered;
import court.platform.contract.AssetEvent.AssetQueryStarted;
import court.platform.contract.AssetEvent.AssetUnfrozen;
import court.platform.contract.AssetEvent.FreezeOrdered;
import court.platform.contract.AssetEvent.FreezeRefused;
import court.platform.contract.AssetEvent.InstitutionReplyRefused;
import court.platform.contract.AssetEvent.RulingRegistered;
import court.platform.contract.AssetEvent.UnfreezeOrdered;
import court.platform.contract.AssetEvent.UnfreezeRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Which freezes stand in which case. The room is held while one is written, so that a case is never closed between a
 * freeze heard of and a freeze written.
 *
 * <pre>
 *   FreezeOrdered ─▶ ORDERED ─AssetFrozen─▶ FROZEN ─UnfreezeOrdered─▶ LIFTING ─AssetUnfrozen─▶ gone
 *                       │                      ▲                         │
 *                 FreezeRefused ─▶ gone        └─────UnfreezeRefused─────┘
 * </pre>
 */
@Repository
public class Freezes {

    private final DatabaseClient database;
    private final Rooms rooms;
    private final Clock clock;

    Freezes(DatabaseClient database, Rooms rooms, Clock clock) {
        this.database = database;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** How far a freeze is. */
    public enum State {
        /** an institution was told to freeze */
        ORDERED,
        /** in place */
        FROZEN,
        /** an institution was told to lift it */
        LIFTING
    }

    /** A freeze that has not ended. */
    public record Standing(String freezeId, State state) {}

    /** Follows what becomes of freezes. Inside the unit that handles the fact. */
    public Mono<Void> follow(UUID caseId, AssetEvent event) {
        return switch (event) {
            case FreezeOrdered it -> write(caseId, it.freezeId(), State.ORDERED, null);
            case AssetFrozen it -> write(caseId, it.freezeId(), State.FROZEN, it.until());
            case UnfreezeOrdered it -> write(caseId, it.freezeId(), State.LIFTING, null);
            case UnfreezeRefused it -> write(caseId, it.freezeId(), State.FROZEN, null);
            case FreezeRefused it -> end(caseId, it.freezeId());
            case AssetUnfrozen it -> end(caseId, it.freezeId());
            case AssetQueryStarted _, AssetQueryAnswered _, InstitutionReplyRefused _, RulingRegistered _ ->
                Mono.empty();
        };
    }

    /** @param until last day of the term; null when it stays as it was */
    private Mono<Void> write(UUID caseId, String freezeId, State state, @Nullable LocalDate until) {
        var write =
                database.sql("""
                        insert into standing_freeze (case_id, freeze_id, state, until) values (:case, :freeze, :state, :until)
                        on conflict (case_id, freeze_id)
                        do update set state = excluded.state, until = coalesce(excluded.until, standing_freeze.until)""").bind("case", caseId).bind("freeze", freezeId).bind("state", state.name());
        write = until == null ? write.bindNull("until", LocalDate.class) : write.bind("until", until);
        return rooms.hold(caseId).then(write.then());
    }

    private Mono<Void> end(UUID caseId, String freezeId) {
        return rooms.hold(caseId)
                .then(database.sql("delete from standing_freeze where case_id = :case and freeze_id = :freeze")
                        .bind("case", caseId)
                        .bind("freeze", freezeId)
                        .then());
    }

    /** The freezes of a case that have neither ended nor lapsed with their term (rule RP1). */
    public Mono<List<Standing>> standing(UUID caseId) {
        return database.sql("""
                        select freeze_id, state from standing_freeze
                        where case_id = :case and (until is null or until >= :today) order by freeze_id""")
                .bind("case", caseId)
                .bind("today", LocalDate.ofInstant(clock.instant(), LegalCalendar.ZONE))
                .mapProperties(Standing.class)
                .all()
                .collectList();
    }
}
