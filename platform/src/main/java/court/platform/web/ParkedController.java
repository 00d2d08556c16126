package court.platform.web;

import court.platform.inbox.Inbox;
import court.platform.inbox.ParkedFacts.Waiting;
import court.platform.security.Actor;
import court.platform.security.Role;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Operations see which cases wait behind a fact that could not be handled, and let them go on once the cause is mended. */
@RestController
@RequestMapping("/api/v1/operations/${court.source}/parked")
final class ParkedController {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedController.class);

    private final Inbox inbox;
    private final ObjectProvider<Inbox.Handler> handler;

    ParkedController(Inbox inbox, ObjectProvider<Inbox.Handler> handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    /** Facts of one case that wait still. */
    record Left(UUID caseId, long waiting) {}

    @GetMapping
    Mono<Page<Waiting>> list(Actor actor) {
        actor.mustBe(Role.OPS);
        return waiting().map(all -> new Page<>(all, null));
    }

    /** Handles the waiting facts again, in order; what still cannot be handled waits on. Harmless when done twice. */
    @PostMapping("/{caseId}/replay")
    Mono<Left> replay(Command command, @PathVariable UUID caseId) {
        command.actor().mustBe(Role.OPS);
        Inbox.Handler mended = handler.getIfUnique();
        if (mended == null) {
            throw OperationsRefusal.NO_HANDLER.because();
        }
        return left(caseId)
                .filter(left -> left.waiting() > 0)
                .switchIfEmpty(Mono.error(OperationsRefusal.NOTHING_WAITS::because))
                .then(Mono.defer(() -> inbox.replay(caseId, mended)))
                .onErrorResume(
                        trouble -> !(trouble instanceof court.platform.model.Refused),
                        trouble -> still(caseId, trouble))
                .then(left(caseId));
    }

    private static Mono<Long> still(UUID caseId, Throwable trouble) {
        LOG.error("case {} still waits", caseId, trouble);
        return Mono.just(0L);
    }

    private Mono<Left> left(UUID caseId) {
        return waiting()
                .map(all -> new Left(
                        caseId,
                        all.stream().filter(it -> it.caseId().equals(caseId)).count()));
    }

    private Mono<List<Waiting>> waiting() {
        return inbox.waiting().collectList();
    }
}
