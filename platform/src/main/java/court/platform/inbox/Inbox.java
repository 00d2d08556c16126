package court.platform.inbox;

import court.platform.contract.CourtEvent;
import court.platform.contract.EventTypes;
import court.platform.json.SealedJson;
import court.platform.outbox.WriteUnit;
import io.r2dbc.spi.R2dbcException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Handles each fact once, in the order of its case. A fact that cannot be handled parks its case: it and all that follow
 * of the same case wait, listed, until somebody replays them; other cases go on. A fact of a type not known here is
 * recorded and passed over.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final JsonMapper PLAIN = new JsonMapper();

    private final ParkedFacts parked;
    private final WriteUnit unit;
    private final SealedJson json;
    private final Scheduler blocking;

    Inbox(ParkedFacts parked, WriteUnit unit, SealedJson json, Scheduler blocking) {
        this.parked = parked;
        this.unit = unit;
        this.json = json;
        this.blocking = blocking;
    }

    /**
     * What a listener does with a fact it understands; runs in the transaction that records it as handled. A listener
     * that is its service's handler implements this, so that operations can replay a case through it.
     */
    @FunctionalInterface
    public interface Handler extends Function<Heard, Mono<Void>> {}

    /**
     * Handles facts one after the other and returns when each is handled or parked. Blocks: for listener threads only.
     * Throws when the database is away, so that the offset is not committed and the facts come again.
     */
    public void takeAll(List<Received> facts, Handler handler) {
        facts.forEach(fact -> take(fact, handler).block(Duration.ofMinutes(1)));
    }

    Mono<Void> take(Received fact, Handler handler) {
        return unit.run(() -> parked.firstTime(fact.id())
                        .filter(Boolean::booleanValue)
                        .flatMap(fresh -> parked.waiting(fact.caseId()))
                        .flatMap(waiting -> waiting ? parked.park(fact, "behind") : handle(fact, handler)))
                .onErrorResume(trouble -> !passes(trouble), trouble -> park(fact, trouble));
    }

    /** Handles the waiting facts of a case again, in order, up to the first that still cannot be handled. */
    public Mono<Long> replay(UUID caseId, Handler handler) {
        return parked.of(caseId)
                .concatMap(fact -> unit.run(() -> handle(fact, handler).then(parked.remove(fact.id()))))
                .count();
    }

    private Mono<Void> handle(Received fact, Handler handler) {
        return Mono.justOrEmpty(EventTypes.find(fact.type()))
                .switchIfEmpty(Mono.fromRunnable(() -> LOG.info("passed over a fact of unknown type {}", fact.type())))
                .flatMap(type -> Mono.fromCallable(() -> read(fact, type)).subscribeOn(blocking))
                .flatMap(handler);
    }

    private Heard read(Received fact, Class<? extends CourtEvent> type) {
        JsonNode data = PLAIN.readTree(fact.body()).get("data");
        CourtEvent event = json.read(
                PLAIN.writeValueAsString(data), type, fact.caseId(), fact.id().toString());
        return new Heard(fact.id(), fact.caseId(), fact.time(), fact.audience(), event);
    }

    private Mono<Void> park(Received fact, Throwable trouble) {
        LOG.error(
                "parked fact {} of case {}: {}",
                fact.id(),
                fact.caseId(),
                trouble.getClass().getName());
        return unit.run(() -> parked.firstTime(fact.id())
                .filter(Boolean::booleanValue)
                .flatMap(fresh -> parked.park(fact, trouble.getClass().getSimpleName())));
    }

    /** Trouble of the database or the disk, not of the fact: it passes, so the fact comes again. */
    private static boolean passes(Throwable trouble) {
        return trouble instanceof TransientDataAccessException
                || trouble instanceof DataAccessResourceFailureException
                || trouble instanceof TransactionException
                || trouble instanceof R2dbcException
                || trouble instanceof TimeoutException
                || trouble instanceof UncheckedIOException;
    }

    /** All cases that wait, for operations. */
    public Flux<ParkedFacts.Waiting> waiting() {
        return parked.all();
    }
}
