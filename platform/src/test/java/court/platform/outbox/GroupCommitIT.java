package court.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import court.platform.security.AccessRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GroupCommitIT {

    private final PlatformDatabase database = new PlatformDatabase(2);
    private final List<List<Wish>> groups = new CopyOnWriteArrayList<>();
    private final Sinks.Empty<Void> gate = Sinks.empty();
    private final GroupCommit<Wish, String> together = new GroupCommit<>(
            database.unit(),
            wish -> Set.of(wish.who()),
            (group, byItself) -> gated().then(Mono.defer(() -> write(group, byItself))));

    /** Somebody wants to write a name. */
    private record Wish(String who, String name) {}

    @BeforeEach
    void table() {
        database.execute("create table written (name text unique)");
    }

    private Mono<Void> gated() {
        return gate.asMono();
    }

    private Mono<List<Mono<String>>> write(List<Wish> group, boolean byItself) {
        groups.add(group);
        return Flux.fromIterable(group)
                .filter(wish -> !wish.name().equals("refused"))
                .filter(wish -> byItself || !wish.name().equals("slow"))
                .concatMap(wish -> database.client
                        .sql("insert into written values (:name)")
                        .bind("name", wish.name())
                        .then())
                .then(Mono.fromSupplier(
                        () -> group.stream().map(wish -> answer(wish, byItself)).toList()));
    }

    private Mono<String> answer(Wish wish, boolean byItself) {
        if (wish.name().equals("slow") && !byItself) {
            return Mono.error(GroupCommit.LATER);
        }
        return wish.name().equals("refused")
                ? Mono.error(AccessRefusal.NOT_YOURS.because())
                : Mono.just("wrote " + wish.name());
    }

    private List<CompletableFuture<String>> ask(Wish... wishes) {
        return Stream.of(wishes).map(wish -> together.ask(wish).toFuture()).toList();
    }

    @Test
    void whoAsksMeanwhileGoesTogetherNext() {
        var answers = ask(new Wish("a", "1"), new Wish("b", "2"), new Wish("c", "3"));
        gate.tryEmitEmpty();

        assertThat(answers).extracting(CompletableFuture::join).containsExactly("wrote 1", "wrote 2", "wrote 3");
        assertThat(groups).extracting(List::size).containsExactly(1, 2);
        assertThat(database.count("written")).isEqualTo(3);
    }

    @Test
    void ofOnePersonTheNextWaitsForTheNextGroup() {
        var answers = ask(new Wish("a", "1"), new Wish("b", "2"), new Wish("b", "3"), new Wish("c", "4"));
        gate.tryEmitEmpty();

        assertThat(answers).extracting(CompletableFuture::join).hasSize(4);
        assertThat(groups)
                .extracting(group -> group.stream().map(Wish::name).toList())
                .containsExactly(List.of("1"), List.of("2", "4"), List.of("3"));
    }

    @Test
    void whoIsRefusedIsInNobodysWay() {
        var answers = ask(new Wish("a", "1"), new Wish("b", "refused"), new Wish("c", "3"));
        gate.tryEmitEmpty();

        assertThatThrownBy(answers.get(1)::join).hasCauseInstanceOf(Refused.class);
        assertThat(answers.get(2).join()).isEqualTo("wrote 3");
        assertThat(groups).hasSize(2);
    }

    @Test
    void aGroupThatFailsOverOneIsWrittenOneByOne() {
        database.execute("insert into written values ('2')");

        var answers = ask(new Wish("a", "1"), new Wish("b", "2"), new Wish("c", "3"));
        gate.tryEmitEmpty();

        assertThat(answers.get(2).join()).isEqualTo("wrote 3");
        assertThatThrownBy(answers.get(1)::join).hasMessageContaining("duplicate key");
        assertThat(groups).extracting(List::size).containsExactly(1, 2, 1, 1);
        assertThat(database.count("written")).isEqualTo(3);
    }

    @Test
    void whoWouldKeepTheOthersWaitingIsWrittenByThemselves() {
        var answers = ask(new Wish("a", "1"), new Wish("b", "slow"), new Wish("c", "3"));
        gate.tryEmitEmpty();

        assertThat(answers).extracting(CompletableFuture::join).containsExactly("wrote 1", "wrote slow", "wrote 3");
        assertThat(groups).extracting(List::size).containsExactly(1, 2, 1);
    }

    @Test
    void whoAsksAgainMeanwhileWaitsForThemselvesAndKeepsNobodyWaiting() {
        Sinks.Empty<Void> free = Sinks.empty();
        GroupCommit<Wish, String> held = new GroupCommit<>(
                database.unit(),
                wish -> Set.of(wish.who()),
                (group, byItself) ->
                        (byItself ? free.asMono() : Mono.<Void>empty()).then(Mono.defer(() -> write(group, byItself))));

        var slow = held.ask(new Wish("a", "slow")).toFuture();
        var again = held.ask(new Wish("a", "2")).toFuture();
        String other = held.ask(new Wish("b", "3")).block(Duration.ofSeconds(10));

        assertThat(other).isEqualTo("wrote 3");
        assertThat(slow).isNotDone();
        assertThat(again).isNotDone();
        free.tryEmitEmpty();
        assertThat(slow.join()).isEqualTo("wrote slow");
        assertThat(again.join()).isEqualTo("wrote 2");
    }

    @Test
    void aGroupThatWaitedForALockIsWrittenOneByOne() throws SQLException {
        GroupCommit<Wish, String> locking = new GroupCommit<>(
                database.unit(),
                wish -> Set.of(wish.who()),
                (group, byItself) -> database.client
                        .sql("select set_config('lock_timeout', :patience, true)")
                        .bind("patience", byItself ? "20s" : "100ms")
                        .then()
                        .then(Mono.defer(() -> write(group, byItself))));
        try (Connection other = database.database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("insert into written values ('taken')");
            var waits = locking.ask(new Wish("a", "taken")).toFuture();
            var free = locking.ask(new Wish("b", "2")).toFuture();

            assertThat(free.join()).isEqualTo("wrote 2");
            assertThat(waits).isNotDone();
            other.rollback();
            assertThat(waits.join()).isEqualTo("wrote taken");
        }
    }

    @Test
    void withoutADatabaseNobodyTriesOneByOne() {
        AtomicInteger tries = new AtomicInteger();
        GroupCommit<Wish, String> lost =
                new GroupCommit<>(database.unit(), wish -> Set.of(wish.who()), (group, byItself) -> {
                    tries.incrementAndGet();
                    return gated().then(Mono.error(new DataAccessResourceFailureException("gone")));
                });

        var answers = Stream.of("1", "2", "3")
                .map(name -> lost.ask(new Wish(name, name)).toFuture())
                .toList();
        gate.tryEmitEmpty();

        answers.forEach(answer -> assertThatThrownBy(answer::join).hasMessageContaining("gone"));
        assertThat(tries).hasValue(2);
    }

    @Test
    void whoLeavesIsWrittenAllTheSame() {
        Disposable client = together.ask(new Wish("a", "1")).subscribe();
        var last = together.ask(new Wish("b", "2")).toFuture();
        client.dispose();
        gate.tryEmitEmpty();

        last.join();
        assertThat(database.count("written")).isEqualTo(2);
    }
}
