package court.asset.request;

import court.asset.institution.Outcome;
import court.asset.request.Request.State;
import court.platform.contract.AssetEvent.InstitutionReplyRefused;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What becomes of requests, step by step, each in a write unit of its own. */
@Component
@EnableConfigurationProperties(Patience.class)
class RequestDesk {

    private static final Actor PLATFORM = Actor.service("asset");

    private final WriteUnit unit;
    private final Requests requests;
    private final ObjectProvider<RequestFollower> followers;
    private final Telling telling;
    private final Patience patience;

    /** How it is told and counted. */
    @Component
    record Telling(Outbox outbox, MeterRegistry meters, Clock clock) {}

    RequestDesk(
            WriteUnit unit,
            Requests requests,
            ObjectProvider<RequestFollower> followers,
            Telling telling,
            Patience patience) {
        this.unit = unit;
        this.requests = requests;
        this.followers = followers;
        this.telling = telling;
        this.patience = patience;
    }

    /** Takes a request that is due, as it was before; empty when it must not go out any more or somebody else has it. */
    Mono<Request> take(UUID number) {
        return unit.run(() -> requests.take(number)
                .flatMap(request -> allowed(request)
                        .flatMap(may -> may
                                ? requests.lease(request, patience.lease()).thenReturn(request)
                                : withdraw(request))));
    }

    /** What was sent already is asked about, whatever has happened since: its outcome has to be known. */
    private Mono<Boolean> allowed(Request request) {
        return request.unsent() ? follower(request).maySend(request) : Mono.just(true);
    }

    private Mono<Request> withdraw(Request request) {
        return requests.end(request, State.WITHDRAWN, telling.clock().instant()).then(Mono.empty());
    }

    /** Keeps what became of it, unless it is over already. */
    Mono<Void> keep(Request taken, Outcome outcome) {
        count(taken, outcome);
        return unit.run(() -> requests.lock(taken.number()).flatMap(now -> switch (outcome) {
            case Outcome.Answered(var reply) ->
                requests.end(taken, State.ANSWERED, telling.clock().instant())
                        .then(Mono.defer(() -> follower(taken).answered(taken, reply)));
            case Outcome.Distrusted(var fault) -> refuse(taken, fault.name()).then(later(taken, outcome, fault.name()));
            case Outcome.Processing _, Outcome.NeverArrived _, Outcome.Silent _ -> later(taken, outcome, "");
        }));
    }

    private Mono<Void> refuse(Request request, String reason) {
        return requests.firstRefused(request, reason)
                .filter(Boolean::booleanValue)
                .flatMap(first -> telling.outbox()
                        .tell(
                                request.caseId(),
                                PLATFORM,
                                List.of(Fact.courtOnly(new InstitutionReplyRefused(
                                        request.number().toString(), request.institution(), reason)))));
    }

    private Mono<Void> later(Request request, Outcome outcome, String fault) {
        return Mono.defer(() ->
                requests.later(request, request.after(outcome), fault, patience.pause(), patience.longestPause()));
    }

    private RequestFollower follower(Request request) {
        return followers.stream()
                .filter(it -> it.follows(request))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(request.asked().kind()));
    }

    private void count(Request request, Outcome outcome) {
        telling.meters()
                .counter(
                        "court.asset.exchanges",
                        "institution",
                        request.institution(),
                        "outcome",
                        outcome instanceof Outcome.Distrusted(var fault)
                                ? "DISTRUSTED_" + fault.name()
                                : outcome.getClass().getSimpleName())
                .increment();
    }
}
