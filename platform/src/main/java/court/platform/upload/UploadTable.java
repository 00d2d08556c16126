package court.platform.upload;

import court.platform.outbox.WriteUnit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Uploads as they lie in a service's own table: {@code id}, what they are for, {@code owner}, {@code length}, {@code described},
 * {@code expires_at}, {@code cleared}. What else stands there, what they became, is the service's.
 *
 * @param <R> a row of it
 */
public final class UploadTable<R> {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final Form<R> form;

    public UploadTable(DatabaseClient database, WriteUnit unit, Form<R> form) {
        this.database = database;
        this.unit = unit;
        this.form = form;
    }

    /**
     * What of the table differs from service to service.
     *
     * @param place column with the id of what an upload is for
     * @param open SQL condition: nothing has become of it yet
     */
    public record Form<R>(String table, String place, String open, Class<R> row) {

        private String in(String sql) {
            return sql.replace("{table}", table).replace("{place}", place).replace("{open}", open);
        }
    }

    /** @param described what its sender told of it, sealed */
    public record Begun(UUID id, UUID place, String owner, long length, String described, Instant expiresAt) {}

    public Mono<Void> insert(Begun it) {
        return unit.run(() -> database.sql(form.in("""
                        insert into {table} (id, {place}, owner, length, described, expires_at)
                        values (:id, :place, :owner, :length, :described, :expires)"""))
                .bind("id", it.id())
                .bind("place", it.place())
                .bind("owner", it.owner())
                .bind("length", it.length())
                .bind("described", it.described())
                .bind("expires", it.expiresAt().atOffset(ZoneOffset.UTC))
                .then());
    }

    /** Somebody's own upload in this place. */
    public Mono<R> find(UUID place, UUID id, String owner) {
        return database.sql(form.in("select * from {table} where id = :id and {place} = :place and owner = :owner"))
                .bind("id", id)
                .bind("place", place)
                .bind("owner", owner)
                .mapProperties(form.row())
                .one();
    }

    /** Somebody's uploads in this place that may still go on, oldest first; all of them are read before the first is given. */
    public Flux<R> open(UUID place, String owner, Instant now) {
        return database.sql(form.in("""
                        select * from {table}
                        where {place} = :place and owner = :owner and {open} and not cleared and expires_at > :now
                        order by id limit 100"""))
                .bind("place", place)
                .bind("owner", owner)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapProperties(form.row())
                .all()
                .collectList()
                .flatMapIterable((List<R> all) -> all);
    }

    /** An upload whose bytes are to be taken away. */
    record Leftover(UUID id, UUID place) {}

    /** Those that became something, or did not in time. */
    Mono<List<Leftover>> leftovers(Instant now, int most) {
        return database.sql(form.in("""
                        select id, {place} as place from {table}
                        where not cleared and (expires_at <= :now or not ({open})) order by expires_at limit :most"""))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapProperties(Leftover.class)
                .all()
                .collectList();
    }

    /** What nobody will ask about any more. */
    Mono<Void> forget(Instant expiredBefore) {
        return unit.run(() -> database.sql(form.in("delete from {table} where cleared and expires_at < :before"))
                .bind("before", expiredBefore.atOffset(ZoneOffset.UTC))
                .then());
    }
}
