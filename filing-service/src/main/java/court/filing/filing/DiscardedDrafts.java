package court.filing.filing;

import court.filing.filing.Filing.Draft;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Drafts that were thrown away. The row of the filing is gone; what is left says who did it and what is to be destroyed. */
@Repository
class DiscardedDrafts {

    private final WriteUnit unit;
    private final Commands commands;
    private final FilingRows rows;
    private final DatabaseClient database;

    DiscardedDrafts(WriteUnit unit, Commands commands, FilingRows rows, DatabaseClient database) {
        this.unit = unit;
        this.commands = commands;
        this.rows = rows;
        this.database = database;
    }

    /** That a draft is no more. */
    record Discarded(UUID id, Instant discardedAt) {}

    /** One whose keys and bytes are still there; {@code files} are their SHA-256. */
    record Remains(UUID id, List<String> files) {}

    private record Row(UUID id, String[] files) {}

    /** Throws one away in one transaction; one that is gone already is answered as the first time. */
    Mono<Discarded> discard(Command command, UUID id, Instant now) {
        Actor actor = command.actor();
        return unit.run(() -> rows.lock(id)
                .filter(stored -> FilingAccess.mayTouch(actor, stored.filing()))
                .flatMap(stored -> commands.once(command, () -> bury(command, stored, now)))
                .switchIfEmpty(Mono.defer(() ->
                        earlier(actor, id).flatMap(it -> commands.once(command, () -> Mono.just(it)))))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because)));
    }

    private Mono<Discarded> bury(Command command, Stored stored, Instant now) {
        command.mustHaveSeen(stored.version());
        Papers papers = Filings.mustBe(Draft.class, stored.filing()).papers();
        return database.sql("delete from filing where id = :id")
                .bind("id", papers.id())
                .then()
                .then(database.sql("delete from to_scan where filing_id = :id")
                        .bind("id", papers.id())
                        .then())
                .then(database.sql("""
                        insert into discarded_draft (id, owner, discarded_by, discarded_at, files)
                        values (:id, :owner, :by, :now, :files)""")
                        .bind("id", papers.id())
                        .bind("owner", papers.owner())
                        .bind("by", command.actor().id())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("files", files(papers))
                        .then())
                .thenReturn(new Discarded(papers.id(), now));
    }

    private static String[] files(Papers papers) {
        return papers.files().stream().map(it -> it.sha256()).distinct().toArray(String[]::new);
    }

    private Mono<Discarded> earlier(Actor actor, UUID id) {
        return database.sql("select id, discarded_at from discarded_draft where id = :id and owner = :owner")
                .bind("id", id)
                .bind("owner", actor.memberName())
                .mapProperties(Discarded.class)
                .one();
    }

    /** Those whose keys and bytes are still there, oldest first. */
    Mono<List<Remains>> toClear(int limit) {
        return database.sql(
                        "select id, files from discarded_draft where not cleared order by discarded_at limit :limit")
                .bind("limit", limit)
                .mapProperties(Row.class)
                .all()
                .map(row -> new Remains(row.id(), List.of(row.files())))
                .collectList();
    }

    /** Nothing of it can be read any more. */
    Mono<Void> cleared(UUID id) {
        return unit.run(() -> database.sql("update discarded_draft set cleared = true, files = '{}' where id = :id")
                .bind("id", id)
                .then());
    }
}
