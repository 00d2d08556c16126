package court.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private final AtomicInteger gone = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private Rounds rounds = every(SHORT, () -> {});

    @AfterEach
    void stop() {
        rounds.stop();
    }

    private Rounds every(Duration pause, Rounds.Round round) {
        return new Rounds("rounds-of-a-test", pause, () -> {
            threads.add(Thread.currentThread());
            gone.incrementAndGet();
            round.go();
        });
    }

    private void start(Duration pause, Rounds.Round round) {
        rounds = every(pause, round);
        rounds.start();
    }

    private void goesOn() {
        int before = gone.get();
        await().atMost(PROMPT).until(() -> gone.get() > before + 1);
    }

    private void hasEnded() {
        assertThat(rounds.isRunning()).isFalse();
        assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalStateException.class,
                IOException.class,
                InterruptedException.class,
                StackOverflowError.class
            })
    void aRoundThatFailsEndsNothing(Class<? extends Throwable> trouble) {
        start(SHORT, () -> {
            Throwable failure = trouble.getConstructor().newInstance();
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        });

        goesOn();

        assertThat(rounds.isRunning()).isTrue();
        assertThat(threads).hasSize(1);
    }

    @Test
    void aRoundThatLeavesItsInterruptBehindEndsNothing() {
        start(SHORT, () -> Thread.currentThread().interrupt());

        goesOn();

        assertThat(threads).hasSize(1);
    }

    @Test
    void itStopsDuringALongPause() {
        start(LONG, () -> {});
        await().atMost(PROMPT).until(() -> gone.get() == 1);

        stopsPromptly();
    }

    @Test
    void itStopsDuringALongRound() {
        start(SHORT, () -> Thread.sleep(LONG));
        await().atMost(PROMPT).until(() -> gone.get() == 1);

        stopsPromptly();
    }

    /** Many libraries turn an interrupt into an exception of their own. */
    @Test
    void itStopsThoughTheRoundForgetsThatItWasInterrupted() {
        start(LONG, () -> {
            try {
                Thread.sleep(LONG);
            } catch (InterruptedException forgotten) {
                throw new IllegalStateException(forgotten);
            }
        });
        await().atMost(PROMPT).until(() -> gone.get() == 1);

        stopsPromptly();
    }

    @Test
    void itIsStoppedOnlyWhenTheRoundIsOver() {
        AtomicBoolean over = new AtomicBoolean();
        start(LONG, () -> {
            try {
                Thread.sleep(LONG);
            } catch (InterruptedException stopped) {
                Thread.sleep(Duration.ofMillis(300));
                over.set(true);
            }
        });
        await().atMost(PROMPT).until(() -> gone.get() == 1);

        rounds.stop();

        assertThat(over).isTrue();
    }

    private void stopsPromptly() {
        long began = System.nanoTime();

        rounds.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMPT);
        hasEnded();
        assertThat(gone).hasValue(1);
    }

    @Test
    void itGoesOnAfterItWasStoppedAndStartedAgain() {
        start(SHORT, () -> {});
        goesOn();
        rounds.stop();
        hasEnded();

        rounds.start();

        goesOn();
        assertThat(rounds.isRunning()).isTrue();
        assertThat(threads).hasSize(2).filteredOn(Thread::isAlive).hasSize(1);
    }

    /** It would take ten seconds to see with a round that never listens; a stop that is not waited for shows the same. */
    @Test
    void aRoundThatOutlivesItsStopDoesNotGoOnBesideTheNextStart() {
        CountDownLatch end = new CountDownLatch(1);
        start(SHORT, () -> awaitStubbornly(end));
        await().atMost(PROMPT).until(() -> gone.get() == 1);
        Thread.currentThread().interrupt();
        rounds.stop();
        assertThat(Thread.interrupted()).isTrue();
        Thread first = threads.iterator().next();

        rounds.start();
        end.countDown();

        goesOn();
        await().atMost(PROMPT).until(() -> !first.isAlive());
    }

    private static void awaitStubbornly(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException unheard) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void oneThatNeverStartedCanBeStopped() {
        rounds.stop();

        assertThat(rounds.isRunning()).isFalse();
    }
}
