package court.platform.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * One transaction that nobody can tear: always outermost around a write, and shielded from cancel, because a client that
 * disconnects in the middle of a transaction otherwise makes the driver lose other clients' acknowledged writes
 * (spring-framework#36344). The Reactor context (caller, trace, an outer transaction) goes along.
 */
public final class WriteUnit {

    private static final String TOLD = WriteUnit.class.getName();

    private final TransactionalOperator transaction;
    private final Runnable committed;

    /**
     * @param committed called after each commit of something to tell; must be quick
     */
    public WriteUnit(TransactionalOperator transaction, Runnable committed) {
        this.transaction = transaction;
        this.committed = committed;
    }

    /** Runs the work in one transaction to its end, whether or not anybody still waits for it. */
    public <T> Mono<T> run(Supplier<Mono<T>> work) {
        return Mono.deferContextual(context -> {
            AtomicBoolean told = context.<AtomicBoolean>getOrEmpty(TOLD).orElseGet(AtomicBoolean::new);
            return Mono.fromFuture(
                    () -> transaction
                            .transactional(Mono.defer(work))
                            .doOnSuccess(done -> wake(told))
                            .contextWrite(Context.of(TOLD, told).putAll(context))
                            .toFuture(),
                    true);
        });
    }

    private void wake(AtomicBoolean told) {
        if (told.get()) {
            committed.run();
        }
    }

    /** Inside a unit: once it is committed there is something to tell. */
    static Mono<Void> telling() {
        return Mono.deferContextual(context -> {
            context.<AtomicBoolean>getOrEmpty(TOLD).ifPresent(it -> it.set(true));
            return Mono.empty();
        });
    }
}
