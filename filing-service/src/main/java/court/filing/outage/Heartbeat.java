package court.filing.outage;

import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs of life, one row of the database; a long silence before one is recorded as an outage in the same transaction. */
@Component
class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** People come in through this service, so its silence is the platform's. */
    private static final String PART = "filing";

    private final DatabaseClient database;
    private final Outages outages;
    private final WriteUnit unit;
    private final Clock clock;
    private final Duration tolerated;
    private volatile boolean setBack;

    Heartbeat(
            DatabaseClient database,
            Outages outages,
            WriteUnit unit,
            Clock clock,
            @Value("${court.heartbeat.outage-after}") Duration tolerated) {
        this.database = database;
        this.outages = outages;
        this.unit = unit;
        this.clock = clock;
        this.tolerated = tolerated;
    }

    /** Says that the platform is up. @param ran since this process said so before, null for the first time */
    Mono<Void> beat(@Nullable Duration ran) {
        Instant now = clock.instant();
        return unit.run(() ->
                latest(now).flatMap(pulse -> silence(pulse, now, ran).then(Mono.defer(() -> write(pulse.beat(now))))));
    }

    /** The latest sign of life, its row locked; the first ever is now. */
    private Mono<Pulse> latest(Instant now) {
        return database.sql("""
                        insert into heartbeat (part, at) values (:part, :now)
                        on conflict (part) do update set at = heartbeat.at returning at""")
                .bind("part", PART)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapValue(Instant.class)
                .one()
                .map(Pulse::new);
    }

    private Mono<Void> silence(Pulse pulse, Instant now, @Nullable Duration ran) {
        boolean back = now.isBefore(pulse.latest());
        if (back && !setBack) {
            LOG.warn("the clock was set back to {}: until {} outages are recorded by hand only", now, pulse.latest());
        }
        setBack = back;
        return Mono.justOrEmpty(pulse.before(now, ran, tolerated))
                .doOnNext(it -> LOG.warn("the platform was down from {} to {}", it.began(), it.ended()))
                .flatMap(it -> outages.add(new Outage(
                        Uuid7.at(now), PART, it.began(), it.ended(), Outage.Source.SELF, PART + "-service", now, "")))
                .then();
    }

    private Mono<Void> write(Pulse pulse) {
        return database.sql("update heartbeat set at = :at where part = :part")
                .bind("at", pulse.latest().atOffset(ZoneOffset.UTC))
                .bind("part", PART)
                .then();
    }
}
