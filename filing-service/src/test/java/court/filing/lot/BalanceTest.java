package court.filing.lot;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Lot;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What draws do to loads in the long run, with seeds that are fixed. */
class BalanceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<Post> COURT = List.of(
            new Post("judge-1", "甲", null, null),
            new Post("judge-2", "乙", 100, null),
            new Post("judge-3", "丙", 50, null),
            new Post("judge-4", "丁", 0, null),
            new Post("judge-5", "戊", 100, null));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("F10: after 3,000 cases loads differ by a few, in proportion to capacity")
    void loadsBalance(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Long> loads = new HashMap<>();

        for (int i = 0; i < 3_000; i++) {
            loads.merge(draw(random, loads), 1L, Long::sum);
        }

        double full = 3_000 / 3.5;
        assertThat(loads).doesNotContainKey("judge-4");
        assertThat((double) loads.get("judge-1")).isBetween(full - 8, full + 8);
        assertThat((double) loads.get("judge-2")).isBetween(full - 8, full + 8);
        assertThat((double) loads.get("judge-5")).isBetween(full - 8, full + 8);
        assertThat((double) loads.get("judge-3")).isBetween(full / 2 - 8, full / 2 + 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("F10: with cases closing all the time loads stay together, and nobody can tell who is next")
    void loadsStayTogether(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Long> loads = new HashMap<>(Map.of("judge-1", 60L));
        ArrayDeque<String> open = new ArrayDeque<>();
        int theLeastLoaded = 0;

        for (int i = 0; i < 3_000; i++) {
            String judge = draw(random, loads);
            theLeastLoaded += least(loads).equals(judge) ? 1 : 0;
            loads.merge(judge, 1L, Long::sum);
            open.add(judge);
            if (open.size() > 200) {
                loads.merge(open.poll(), -1L, Long::sum);
            }
        }

        assertThat(loads.get("judge-2") - loads.get("judge-5")).isBetween(-8L, 8L);
        assertThat(loads.get("judge-1") - loads.get("judge-2")).isBetween(-8L, 8L);
        assertThat(theLeastLoaded).as("drawn, not queued").isBetween(600, 2_400);
    }

    private static String least(Map<String, Long> loads) {
        return List.of("judge-1", "judge-2", "judge-5").stream()
                .min((one, two) -> Long.compare(loads.getOrDefault(one, 0L), loads.getOrDefault(two, 0L)))
                .orElseThrow();
    }

    private static String draw(SplittableRandom random, Map<String, Long> loads) {
        Pool pool = Pool.of(COURT, loads, Map.of(), TODAY);
        String seed = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        UUID caseId = new UUID(random.nextLong(), random.nextLong());
        return Draw.winner(caseId, new Lot(Draw.METHOD, seed, pool.candidates(), pool.passedOver()));
    }
}
