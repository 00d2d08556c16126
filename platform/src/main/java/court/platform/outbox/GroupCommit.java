package court.platform.outbox;

import io.r2dbc.spi.R2dbcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Writes in one transaction what many ask for at the same time: while one group is under way the next gathers. Each is answered after
 * the commit. When a group fails over what one of them asked, or over a lock that it waited for, each is done again by itself, so that
 * nobody is in anybody's way; a request must therefore be known again by an id of its own.
 *
 * @param <Q> what is asked for
 * @param <A> the answer
 */
public final class GroupCommit<Q, A> {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 64;

    private final WriteUnit unit;
    private final Function<Q, Set<?>> marks;
    private final Work<Q, A> work;
    private final List<Waiting<Q, A>> waiting = new LinkedList<>();
    /** Marks of those who are being written by themselves. */
    private final Set<Object> alone = new HashSet<>();

    private boolean busy;

    /** What is done for a group inside one write unit. */
    @FunctionalInterface
    public interface Work<Q, A> {

        /**
         * An answer or a refusal for each, in the same order.
         *
         * @param byItself whether it may wait for somebody; for a group it must not for long, and answers {@link #LATER} instead
         */
        Mono<List<Mono<A>>> of(List<Q> group, boolean byItself);
    }

    /** Instead of an answer: this one would have kept the others waiting and is done again by itself. */
    public static final RuntimeException LATER = new Later();

    private static final class Later extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Later() {
            super("done again by itself", null, false, false);
        }
    }

    private record Waiting<Q, A>(Q request, CompletableFuture<A> answer) {}

    /**
     * @param marks of a request: one that shares any with another waits until that is written, so that it finds what the other has written
     */
    public GroupCommit(WriteUnit unit, Function<Q, Set<?>> marks, Work<Q, A> work) {
        this.unit = unit;
        this.marks = marks;
        this.work = work;
    }

    /** Done to its end, whether or not anybody still waits for it. */
    public Mono<A> ask(Q request) {
        return Mono.fromFuture(
                        () -> {
                            var answer = new CompletableFuture<A>();
                            join(new Waiting<>(request, answer));
                            goOn();
                            return answer;
                        },
                        true)
                .publishOn(Schedulers.parallel()); // the next group does not wait until this one's answers are sent
    }

    private synchronized void join(Waiting<Q, A> request) {
        waiting.add(request);
    }

    private void goOn() {
        if (isIdle()) {
            Mono.defer(this::writeGroup).repeat(this::isBusy).then().toFuture();
        }
    }

    private synchronized boolean isIdle() {
        return !busy && isBusy();
    }

    private synchronized boolean isBusy() {
        busy = waiting.stream().anyMatch(it -> Collections.disjoint(alone, marks.apply(it.request())));
        return busy;
    }

    private synchronized List<Waiting<Q, A>> gathered() {
        List<Waiting<Q, A>> group = new ArrayList<>();
        Set<Object> taken = new HashSet<>(alone);
        Iterator<Waiting<Q, A>> all = waiting.iterator();
        while (all.hasNext() && group.size() < MOST) {
            Waiting<Q, A> next = all.next();
            Set<?> own = marks.apply(next.request());
            if (Collections.disjoint(taken, own)) {
                group.add(next);
                all.remove();
            }
            taken.addAll(own); // who waits is not overtaken by a later one of the same marks
        }
        return group;
    }

    private Mono<Void> writeGroup() {
        List<Waiting<Q, A>> group = gathered();
        return write(group, false)
                .onErrorResume(failure -> Mono.fromRunnable(() -> {
                    boolean again = isOverLock(failure) || (group.size() > 1 && isOverOne(failure));
                    LOG.info(
                            "a group of {} failed, {}: {}",
                            group.size(),
                            again ? "each is written again" : "all of it",
                            failure.toString());
                    group.forEach(each -> settle(each, Mono.error(again ? LATER : failure)));
                }));
    }

    private Mono<Void> write(List<Waiting<Q, A>> group, boolean byItself) {
        List<Q> requests = group.stream().map(Waiting::request).toList();
        return unit.run(() -> work.of(requests, byItself))
                .doOnNext(answers -> {
                    for (int i = 0; i < group.size(); i++) {
                        settle(group.get(i), answers.get(i));
                    }
                })
                .then();
    }

    /** The next group does not wait for who is written by themselves. */
    private void settle(Waiting<Q, A> each, Mono<A> outcome) {
        outcome.toFuture().whenComplete((done, refusal) -> {
            if (refusal == LATER) {
                writeAlone(each);
            } else if (refusal == null) {
                each.answer().complete(done);
            } else {
                each.answer().completeExceptionally(refusal);
            }
        });
    }

    private void writeAlone(Waiting<Q, A> each) {
        Set<?> own = marks.apply(each.request());
        isAlone(own, true);
        write(List.of(each), true).toFuture().whenComplete((written, failure) -> {
            if (failure != null) {
                each.answer().completeExceptionally(failure);
            }
            isAlone(own, false);
            goOn();
        });
    }

    private synchronized void isAlone(Set<?> own, boolean now) {
        if (now) {
            alone.addAll(own);
        } else {
            alone.removeAll(own);
        }
    }

    /** A lock was not free in time (SQLSTATE 55P03): a group waits less than who is alone. */
    private static boolean isOverLock(Throwable failure) {
        return failure.getCause() instanceof R2dbcException it && "55P03".equals(it.getSqlState());
    }

    /** Rather than over a database that cannot be asked, in which everybody fails alike. */
    private static boolean isOverOne(Throwable failure) {
        return !(failure instanceof DataAccessResourceFailureException || failure instanceof TransactionException);
    }
}
