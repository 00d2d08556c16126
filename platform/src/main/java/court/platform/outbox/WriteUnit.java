package court.platform.outbox;

import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * One transaction that nobody can tear: always outermost around a write, and shielded from cancel, because a client that
 * disconnects in the middle of a transaction otherwise makes the driver lose other clients' acknowledged writes
 * (spring-framework#36344). The Reactor context (caller, trace, an outer transaction) goes along.
 */
public final class WriteUnit {

    private final TransactionalOperator transaction;
    private final Runnable committed;

    /**
     * @param committed called after each commit; must be quick
     */
    public WriteUnit(TransactionalOperator transaction, Runnable committed) {
        this.transaction = transaction;
        this.committed = committed;
    }

    /** Runs the work in one transaction to its end, whether or not anybody still waits for it. */
    public <T> Mono<T> run(Supplier<Mono<T>> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(
                () -> transaction
                        .transactional(Mono.defer(work))
                        .doOnSuccess(done -> committed.run())
                        .contextWrite(context)
                        .toFuture(),
                true));
    }
}
