package court.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers each command once. The key is written in the transaction of the change; a second command with the same key
 * waits for the first on that row, then gets its answer again. Answers hold no protected values, because they are kept.
 */
public final class Commands {

    private final DatabaseClient database;
    private final JsonMapper json;

    public Commands(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Does the work unless this command was answered before. Call it inside a write unit, after access was checked. */
    public <T> Mono<T> once(Command command, Supplier<Mono<T>> work) {
        return claim(command)
                .flatMap(first -> first ? work.get().flatMap(answer -> keep(command, answer)) : again(command));
    }

    private Mono<Boolean> claim(Command command) {
        return database.sql("""
                        insert into command_key (actor, key, request, body_sha256)
                        values (:actor, :key, :request, :body) on conflict do nothing""")
                .bind("actor", command.actor().id())
                .bind("key", command.key())
                .bind("request", command.request())
                .bind("body", command.bodySha256())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private <T> Mono<T> keep(Command command, T answer) {
        var update = database.sql("""
                        update command_key set status = :status, answer = :answer, version = :version
                        where actor = :actor and key = :key""")
                .bind("status", command.status())
                .bind("answer", json.writeValueAsString(answer))
                .bind("actor", command.actor().id())
                .bind("key", command.key());
        return (answer instanceof Versioned versioned
                        ? update.bind("version", versioned.version())
                        : update.bindNull("version", Long.class))
                .then()
                .thenReturn(answer);
    }

    /** One earlier command under the same key. */
    private record Earlier(
            String request,
            String body,
            int status,
            String answer,
            @Nullable Long version) {

        boolean sameAs(Command command) {
            return request.equals(command.request()) && body.equals(command.bodySha256());
        }
    }

    private <T> Mono<T> again(Command command) {
        return database.sql(
                        "select request, body_sha256 as body, status, answer, version from command_key where actor = :actor and key = :key")
                .bind("actor", command.actor().id())
                .bind("key", command.key())
                .mapProperties(Earlier.class)
                .one()
                .flatMap(earlier -> Mono.error(
                        earlier.sameAs(command)
                                ? new Replayed(
                                        earlier.status(),
                                        earlier.answer().getBytes(StandardCharsets.UTF_8),
                                        earlier.version())
                                : EdgeRefusal.KEY_REUSED.because()));
    }
}
