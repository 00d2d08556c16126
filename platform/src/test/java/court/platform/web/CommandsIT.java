package court.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import court.platform.outbox.PlatformDatabase;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class CommandsIT {

    private final PlatformDatabase database = new PlatformDatabase(8);
    private final WriteUnit unit = database.unit();
    private final Commands commands = new Commands(database.client, new JsonMapper());
    private final AtomicInteger done = new AtomicInteger();

    record Answer(String text, long version) implements Versioned {}

    @Test
    void theSameKeyManyTimesAtOnceActsOnce() {
        List<String> answers = Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(i -> run(command("k1", "body", null)), 8)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(done).hasValue(1);
        assertThat(answers).hasSize(8).filteredOn("acted"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn("201 {\"text\":\"done\",\"version\":7} v7"::equals)
                .hasSize(7);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        run(command("k2", "body", null)).block();

        assertThatThrownBy(() -> run(command("k2", "other body", null)).block())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(EdgeRefusal.KEY_REUSED));
        assertThat(done).hasValue(1);
    }

    @Test
    void aCommandThatFailedLeavesNoKeyBehind() {
        assertThatThrownBy(() -> unit.run(() -> commands.once(
                                command("k3", "body", null),
                                () -> Mono.<Answer>error(EdgeRefusal.VERSION_STALE::because)))
                        .block())
                .isInstanceOf(Refused.class);

        assertThat(run(command("k3", "body", null)).block()).isEqualTo("acted");
    }

    @Test
    void keysOfDifferentPeopleDoNotMeet() {
        run(command("k4", "body", null)).block();
        Command other = new Command(Actor.service("somebody else"), "k4", "POST /x", "body", 201, null);

        assertThat(run(other).block()).isEqualTo("acted");
    }

    @Test
    void aStaleOrMissingVersionIsRefused() {
        assertThatThrownBy(() -> command("k", "b", 1L).mustHaveSeen(2))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(EdgeRefusal.VERSION_STALE));
        assertThatThrownBy(() -> command("k", "b", null).mustHaveSeen(2))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(EdgeRefusal.VERSION_MISSING));
        command("k", "b", 2L).mustHaveSeen(2);
    }

    private Mono<String> run(Command command) {
        return unit.run(() -> commands.once(command, () -> {
                    done.incrementAndGet();
                    return Mono.just(new Answer("done", 7));
                }))
                .map(answer -> "acted")
                .onErrorResume(
                        Replayed.class,
                        it -> Mono.just(it.status() + " " + new String(it.body(), StandardCharsets.UTF_8) + " v"
                                + it.version()));
    }

    private static Command command(String key, String body, @Nullable Long seen) {
        return new Command(Actor.service("somebody"), key, "POST /x", body, 201, seen);
    }
}
