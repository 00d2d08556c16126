package court.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class WriteUnitIT {

    private final PlatformDatabase database = new PlatformDatabase(2);
    private final WriteUnit unit = database.unit();

    @BeforeEach
    void table() {
        database.execute("create table written (name text)");
    }

    @Test
    void aClientThatLeavesInTheMiddleTearsNothing() throws InterruptedException {
        Scene scene = new Scene();

        Disposable client = unit.run(scene::work).subscribe();
        scene.leave(client);

        assertThat(scene.finished.await(5, TimeUnit.SECONDS)).isTrue();
        eventuallyWritten(2);
    }

    @Test
    void withoutTheShieldTheSameClientTakesTheWriteWithIt() throws InterruptedException {
        Scene scene = new Scene();

        Disposable client =
                database.transaction.transactional(Mono.defer(scene::work)).subscribe();
        scene.leave(client);

        assertThat(scene.finished.await(1, TimeUnit.SECONDS)).isFalse();
        assertThat(database.count("written")).isZero();
    }

    /** A write of two rows that stops between them until it is told to go on. */
    private final class Scene {
        private final CountDownLatch firstWritten = new CountDownLatch(1);
        private final Sinks.Empty<Void> goOn = Sinks.empty();
        private final CountDownLatch finished = new CountDownLatch(1);

        Mono<String> work() {
            return insert("first")
                    .doOnSuccess(done -> firstWritten.countDown())
                    .then(goOn.asMono())
                    .then(insert("second"))
                    .doOnSuccess(done -> finished.countDown())
                    .thenReturn("done");
        }

        void leave(Disposable client) throws InterruptedException {
            assertThat(firstWritten.await(5, TimeUnit.SECONDS)).isTrue();
            client.dispose();
            goOn.tryEmitEmpty();
        }
    }

    @Test
    void theCallersContextGoesAlong() {
        String seen = unit.run(() -> Mono.deferContextual(context -> Mono.just(context.<String>get("trace"))))
                .contextWrite(context -> context.put("trace", "abc"))
                .block();

        assertThat(seen).isEqualTo("abc");
    }

    @Test
    void nestedWorkJoinsAndAnOuterRollbackTakesAll() {
        Mono<String> outer = unit.run(() -> insert("outer")
                .then(unit.run(() -> insert("inner").thenReturn("inner")))
                .then(Mono.error(new IllegalStateException("no"))));

        assertThatThrownBy(outer::block).hasMessage("no");
        assertThat(database.count("written")).isZero();
    }

    @Test
    void manyNestedUnitsFinishOnAPoolOfTwo() {
        Mono<Long> many = Flux.range(0, 300)
                .flatMap(
                        i -> unit.run(() -> insert("a" + i)
                                .then(unit.run(() -> insert("b" + i).thenReturn(i)))),
                        16)
                .count();

        assertThat(many.block(Duration.ofSeconds(30))).isEqualTo(300);
        assertThat(database.count("written")).isEqualTo(600);
    }

    @Test
    void onlyACommitWithSomethingToTellWakesWhoCarriesIt() {
        AtomicInteger woken = new AtomicInteger();
        WriteUnit waking = new WriteUnit(database.transaction, woken::incrementAndGet);

        waking.run(() -> insert("silent").thenReturn("silent")).block();
        Mono<String> undone = waking.run(() -> WriteUnit.telling().then(Mono.error(new IllegalStateException("no"))));

        assertThatThrownBy(undone::block).hasMessage("no");
        assertThat(woken).hasValue(0);
        waking.run(() -> WriteUnit.telling().then(insert("told")).thenReturn("told"))
                .block();
        assertThat(woken).hasValue(1);
    }

    private Mono<Void> insert(String name) {
        return database.client
                .sql("insert into written values (:name)")
                .bind("name", name)
                .then();
    }

    private void eventuallyWritten(long rows) throws InterruptedException {
        for (int i = 0; i < 50 && database.count("written") < rows; i++) {
            Thread.sleep(20);
        }
        assertThat(database.count("written")).isEqualTo(rows);
    }
}
