package court.asset.freeze;

import court.asset.freeze.Freeze.Hold;
import court.asset.freeze.Freeze.Ordered;
import court.asset.freeze.Freeze.Releasing;
import court.asset.institution.Asked;
import court.asset.institution.Reply;
import court.asset.matter.Matter;
import court.asset.matter.Matter.Closed;
import court.asset.matter.Matters;
import court.asset.request.Request;
import court.asset.request.RequestFollower;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.security.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes what institutions answer about freezes: until then, whatever went wrong, the reservation stands. */
@Component
class FreezeAnswers implements RequestFollower {

    static final String CLOSED_BEFORE = "本案已结案，冻结要求未发出。";
    private static final Actor PLATFORM = Actor.service("asset");

    private final Freezes freezes;
    private final Matters matters;
    private final Lifting lifting;

    FreezeAnswers(Freezes freezes, Matters matters, Lifting lifting) {
        this.freezes = freezes;
        this.matters = matters;
        this.lifting = lifting;
    }

    @Override
    public boolean follows(Request request) {
        return !(request.asked() instanceof Asked.Query);
    }

    /** Nothing is frozen after closing; what surely never arrived is withdrawn and counts no more. Lifting always goes out. */
    @Override
    public Mono<Boolean> maySend(Request request) {
        if (request.asked() instanceof Asked.Unfreeze) {
            return Mono.just(true);
        }
        return matters.lock(request.caseId())
                .map(stored -> stored.matter() instanceof Closed)
                .flatMap(closed -> closed ? withdraw(request).thenReturn(false) : Mono.just(true));
    }

    private Mono<FreezeRows.Stored> withdraw(Request request) {
        return freezes.change(
                PLATFORM,
                request.caseId(),
                request.about(),
                (stored, matter) -> ordered(stored.freeze()).refused(CLOSED_BEFORE));
    }

    @Override
    public Mono<Void> answered(Request request, Reply reply) {
        return freezes.change(
                        PLATFORM,
                        request.caseId(),
                        request.about(),
                        (stored, matter) -> answered(stored.freeze(), reply, matter))
                .then();
    }

    private Change<Freeze> answered(Freeze freeze, Reply reply, Matter matter) {
        return switch (reply) {
            case Reply.Frozen it ->
                unlessClosed(ordered(freeze).frozen(new Hold(it.amount(), it.from(), it.until())), matter);
            case Reply.Unfrozen it -> releasing(freeze).unfrozen(it.amount());
            case Reply.Declined it ->
                freeze instanceof Ordered ordered
                        ? ordered.refused(it.reason())
                        : releasing(freeze).kept(it.reason());
            case Reply.Found _ -> throw new IllegalStateException("not an answer about a freeze");
        };
    }

    /** Frozen, it turns out, when the case had ended meanwhile: lifted at once. */
    private Change<Freeze> unlessClosed(Change<Freeze> frozen, Matter matter) {
        if (matter instanceof Closed && frozen.next() instanceof Freeze.Frozen now) {
            Change<Freeze> lifted = lifting.lift(now);
            List<Fact> facts = Stream.concat(frozen.facts().stream(), lifted.facts().stream())
                    .toList();
            return new Change<>(lifted.next(), facts);
        }
        return frozen;
    }

    private static Ordered ordered(Freeze freeze) {
        if (freeze instanceof Ordered ordered) {
            return ordered;
        }
        throw new IllegalStateException("answered twice: " + freeze.id());
    }

    private static Releasing releasing(Freeze freeze) {
        if (freeze instanceof Releasing releasing) {
            return releasing;
        }
        throw new IllegalStateException("answered twice: " + freeze.id());
    }
}
