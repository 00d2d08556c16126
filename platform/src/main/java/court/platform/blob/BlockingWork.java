package court.platform.blob;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where file work runs: each piece on a virtual thread, never on the event loop, and never interrupted half-way. A thread
 * is used again while it is warm: making the random source that encryption keeps per thread costs more than most pieces.
 */
public final class BlockingWork {

    private static final Executor WARM =
            Executors.newCachedThreadPool(Thread.ofVirtual().name("blob-", 0).factory());

    // as an Executor, not an ExecutorService: cancelling must not interrupt, an interrupt closes the file under us
    public static final Scheduler VIRTUAL = Schedulers.fromExecutor(WARM::execute);

    private BlockingWork() {}

    /** Runs to its end once begun, also when nobody waits any more: what it was given is taken care of. */
    public static Mono<Void> toItsEnd(Runnable work) {
        return Mono.fromFuture(() -> CompletableFuture.runAsync(work, WARM), true);
    }

    public static <T> Mono<T> call(Callable<? extends T> work) {
        return Mono.<T>fromCallable(work).subscribeOn(VIRTUAL);
    }

    public static Mono<Void> run(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(VIRTUAL);
    }
}
