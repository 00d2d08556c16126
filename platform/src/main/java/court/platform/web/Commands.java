package court.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers each command once. The key is written in the transaction of the change; a second command with the same key
 * waits for the first on that row, then gets its answer again. Answers hold no protected values, because they are kept.
 */
public final class Commands {

    private static final Long NONE = -1L;

    private final DatabaseClient database;
    private final JsonMapper json;

    public Commands(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Does the work unless this command was answered before. Call it inside a write unit, after access was checked. */
    public <T> Mono<T> once(Command command, Supplier<Mono<T>> work) {
        return claim(List.of(command))
                .flatMap(claimed -> claimed.contains(command)
                        ? work.get()
                                .flatMap(answer -> keep(Map.of(command, answer)).thenReturn(answer))
                        : earlier(command).flatMap(Mono::error));
    }

    /**
     * Those of a group that nobody has asked for before, and those without a command; the others are refused, or given the answer they
     * had. Each key of an actor once at most. Inside a write unit, after access was checked.
     */
    public <T extends Turn<?>> Mono<List<T>> admit(List<T> turns) {
        List<Command> keyed =
                turns.stream().flatMap(turn -> turn.command().stream()).toList();
        return keyed.isEmpty()
                ? Mono.just(turns)
                : claim(keyed)
                        .flatMap(fresh -> Flux.fromIterable(turns)
                                .filter(turn -> turn.command()
                                        .filter(it -> !fresh.contains(it))
                                        .isPresent())
                                .concatMap(turn ->
                                        earlier(turn.command().orElseThrow()).doOnNext(turn::refuse))
                                .then(Mono.fromSupplier(() -> Turn.open(turns))));
    }

    /** What was done is kept under its key; the keys of what was refused are free again. */
    public <T extends Turn<?>> Mono<Void> settle(List<T> admitted) {
        List<T> keyed =
                admitted.stream().filter(turn -> turn.command().isPresent()).toList();
        List<Command> refused = keyed.stream()
                .filter(turn -> turn.done().isEmpty())
                .map(turn -> turn.command().orElseThrow())
                .toList();
        Map<Command, ?> answers = keyed.stream()
                .filter(turn -> turn.done().isPresent())
                .collect(Collectors.toMap(
                        turn -> turn.command().orElseThrow(),
                        turn -> turn.done().orElseThrow()));
        return (refused.isEmpty() ? Mono.<Void>empty() : giveBack(refused))
                .then(Mono.defer(() -> answers.isEmpty() ? Mono.empty() : keep(answers)));
    }

    private Mono<Set<Command>> claim(Collection<Command> commands) {
        return keys(commands, database.sql("""
                        insert into command_key (actor, key, request, body_sha256)
                        select actor, key, request, body
                        from unnest(:actors::text[], :keys::text[], :requests::text[], :bodies::text[]) as it (actor, key, request, body)
                        order by actor, key
                        on conflict do nothing
                        returning actor, key"""))
                .bind("requests", texts(commands, Command::request))
                .bind("bodies", texts(commands, Command::bodySha256))
                .mapProperties(Command.Key.class)
                .all()
                .collect(Collectors.toSet())
                .map(fresh -> commands.stream()
                        .filter(command -> fresh.contains(command.known()))
                        .collect(Collectors.toSet()));
    }

    private Mono<Void> keep(Map<Command, ?> answers) {
        Set<Command> commands = answers.keySet();
        return keys(commands, database.sql("""
                        update command_key set status = it.status, answer = it.answer, version = nullif(it.version, -1)
                        from unnest(:actors::text[], :keys::text[], :statuses::int[], :answers::text[], :versions::bigint[])
                            as it (actor, key, status, answer, version)
                        where command_key.actor = it.actor and command_key.key = it.key"""))
                .bind("statuses", commands.stream().map(Command::status).toArray(Integer[]::new))
                .bind("answers", texts(commands, command -> json.writeValueAsString(answers.get(command))))
                .bind(
                        "versions",
                        commands.stream()
                                .map(command ->
                                        answers.get(command) instanceof Versioned it ? (Long) it.version() : NONE)
                                .toArray(Long[]::new))
                .then();
    }

    private Mono<Void> giveBack(Collection<Command> commands) {
        return keys(commands, database.sql("""
                        delete from command_key using unnest(:actors::text[], :keys::text[]) as it (actor, key)
                        where command_key.actor = it.actor and command_key.key = it.key""")).then();
    }

    private static GenericExecuteSpec keys(Collection<Command> commands, GenericExecuteSpec sql) {
        return sql.bind("actors", texts(commands, it -> it.actor().id())).bind("keys", texts(commands, Command::key));
    }

    private static String[] texts(Collection<Command> commands, Function<Command, String> text) {
        return commands.stream().map(text).toArray(String[]::new);
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

    /** What a command is answered with, as an error, whose key was used before: the same again, or a refusal when that was another command. */
    private Mono<RuntimeException> earlier(Command command) {
        return database.sql(
                        "select request, body_sha256 as body, status, answer, version from command_key where actor = :actor and key = :key")
                .bind("actor", command.actor().id())
                .bind("key", command.key())
                .mapProperties(Earlier.class)
                .one()
                .map(earlier -> earlier.sameAs(command)
                        ? new Replayed(
                                earlier.status(), earlier.answer().getBytes(StandardCharsets.UTF_8), earlier.version())
                        : EdgeRefusal.KEY_REUSED.because());
    }
}
