package court.platform.blob;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where file work runs: each piece on a virtual thread, never on the event loop, and never interrupted half-way. */
public final class BlockingWork {

    // as an Executor, not an ExecutorService: cancelling must not interrupt, an interrupt closes the file under us
    public static final Scheduler VIRTUAL =
            Schedulers.fromExecutor(task -> Thread.ofVirtual().name("blob").start(task));

    private BlockingWork() {}

    /** Runs to its end once begun, also when nobody waits any more: what it was given is taken care of. */
    public static Mono<Void> toItsEnd(Runnable work) {
        return Mono.fromFuture(() -> CompletableFuture.runAsync(work, Thread::startVirtualThread), true);
    }

    public static <T> Mono<T> call(Callable<? extends T> work) {
        return Mono.<T>fromCallable(work).subscribeOn(VIRTUAL);
    }

    public static Mono<Void> run(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(VIRTUAL);
    }
}
