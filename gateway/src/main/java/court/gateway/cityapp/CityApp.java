package court.gateway.cityapp;

import court.platform.outbox.WriteUnit;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The city app 随申办. It has verified who its users are; we verify that it is the app that says so. */
@Component
public class CityApp {

    private final CityAppProperties agreed;
    private final CityAppKeys keys;
    private final HandOverRules rules;
    private final SpentHandOvers spent;
    private final WriteUnit unit;
    private final Clock clock;

    CityApp(CityAppProperties agreed, SpentHandOvers spent, WriteUnit unit, Clock clock) {
        this.agreed = agreed;
        this.keys = new CityAppKeys(agreed.keys(), clock);
        this.rules = new HandOverRules(agreed.issuer(), agreed.audience());
        this.spent = spent;
        this.unit = unit;
        this.clock = clock;
    }

    /** Whom this token hands over. */
    public Mono<HandOver> read(@Nullable String token) {
        if (!agreed.isOffered()) {
            return Mono.error(CityAppRefusal.NOT_OFFERED::because);
        }
        return Mono.fromCallable(() -> HandOverToken.parse(token))
                .flatMap(read -> keys.get(read.keyId()).map(key -> rules.check(read.open(key), clock.instant())))
                .flatMap(this::inTime);
    }

    /** What was found ended is used up with that, so that it is not good again under a clock that was set back. */
    private Mono<HandOver> inTime(HandOver handOver) {
        return handOver.hasEnded(clock.instant())
                ? unit.run(() -> spent.add(handOver)).then(Mono.error(CityAppRefusal.EXPIRED::because))
                : Mono.just(handOver);
    }

    /** Uses the token up; refuses when it was. Call it in the unit that opens the session: of several at once one wins. */
    public Mono<Void> spend(HandOver handOver) {
        return spent.add(handOver);
    }
}
