package court.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.model.Uuid7;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class OutboxCountsIT {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final PlatformDatabase database = new PlatformDatabase(1);
    private final Outbox outbox = new Outbox(database.client, null, null, Clock.systemUTC(), Schedulers.immediate());
    private final UUID caseId = UUID.randomUUID();
    private int sequence;

    private UUID told(String kind, String type, Instant at) {
        UUID id = Uuid7.at(at);
        sequence++;
        database.execute(
                "insert into outbox (fact_id, case_id, sequence, kind, type, body, headers) values ('%s', '%s', %d, '%s', '%s', '', '')"
                        .formatted(id, caseId, sequence, kind, type));
        return id;
    }

    @Test
    void actsAreCountedByTypeUpToATimeAndTheSumSaysWhichTheyAre() {
        UUID first = told("ACT", "CaseAccepted", NOON);
        UUID second = told("ACT", "CaseAccepted", NOON.plusMillis(1));
        told("ACT", "CaseAccepted", NOON.plusMillis(2));
        told("ACCESS", "ProtectedDataViewed", NOON);
        UUID before = Uuid7.from(NOON.plusMillis(2));
        BigInteger sum = Stream.of(first, second)
                .map(it -> BigInteger.valueOf(it.getLeastSignificantBits()))
                .reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(outbox.tallies(before).collectList().block())
                .containsExactly(new Tally("CaseAccepted", 2, sum.toString()));
        assertThat(outbox.acts("CaseAccepted", first, before).collectList().block())
                .isEqualTo(List.of(new Outbox.Act(second, caseId, 2)));
    }
}
