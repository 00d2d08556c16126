package court.interaction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One room, served by two instances. */
class TwoInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RunningService SECOND = Courthouse.start(Map.of());

    private final OpenCase open = Courthouse.openCase();
    private final Caller applicant = open.party("a1");
    private final Caller elsewhere = open.judge().at(SECOND.address());

    @AfterAll
    static void stop() {
        SECOND.close();
    }

    @Test
    void whatIsPostedThroughTheSocketsOfBothIsReadInOneOrder() {
        try (Socket here = Socket.join(open, applicant, 0);
                Socket there = Socket.join(open, elsewhere, 0)) {
            there.say(Map.of("type", "post", "clientMsgId", "a", "text", "从另一台"));
            here.say(Map.of("type", "post", "clientMsgId", "b", "text", "从这一台"));

            await().atMost(SOON)
                    .until(() -> here.texts().size() == 2 && there.texts().size() == 2);
            assertThat(here.texts()).isEqualTo(there.texts());
        }
    }

    /** By a look every second three messages, each said when the one before was seen, take two seconds. */
    @Test
    void whatIsSaidElsewhereIsSeenAtOnceAlsoAfterTheConnectionBetweenThemWasLost() {
        try (Socket here = Socket.join(open, applicant, 0)) {
            await().atMost(SOON).until(() -> three(here).toMillis() < 1000);

            assertThat(Courthouse.rows(
                            "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_notify(''room%'"
                                    + " and pid <> pg_backend_pid()"))
                    .hasSizeGreaterThanOrEqualTo(2);

            await().atMost(SOON).until(() -> three(here).toMillis() < 1000);
            assertThat(here.seqs())
                    .isEqualTo(IntStream.rangeClosed(1, here.seqs().size())
                            .asLongStream()
                            .boxed()
                            .toList());
        }
    }

    private Duration three(Socket here) {
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            List<String> before = here.texts();
            assertThat(elsewhere
                            .post(open.path("/messages"), Map.of("text", "从另一台"))
                            .status())
                    .isEqualTo(201);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(SOON)
                    .until(() -> here.texts().size() > before.size());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
