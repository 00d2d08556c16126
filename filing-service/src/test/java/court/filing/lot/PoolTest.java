package court.filing.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.filing.lot.Post.Absence;
import court.platform.contract.Lot.Candidate;
import court.platform.contract.Lot.PassedOver;
import court.platform.contract.Lot.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private static Post away(String id, LocalDate from, LocalDate until) {
        return new Post(id, id, 100, List.of(new Absence(from, until)));
    }

    @Test
    void whoIsAwayTodayTakesNoPart() {
        List<Post> posts = List.of(
                away("today", TODAY, TODAY),
                away("since", TODAY.minusDays(3), TODAY.plusDays(3)),
                away("until-yesterday", TODAY.minusDays(3), TODAY.minusDays(1)),
                away("from-tomorrow", TODAY.plusDays(1), TODAY.plusDays(3)));

        Pool pool = Pool.of(posts, Map.of(), Map.of(), TODAY);

        assertThat(pool.candidates())
                .extracting(Candidate::judgeId)
                .containsExactly("from-tomorrow", "until-yesterday");
        assertThat(pool.passedOver())
                .containsExactly(new PassedOver("since", Why.AWAY), new PassedOver("today", Why.AWAY));
    }

    @Test
    void whoIsBarredOrTakesNoCasesIsPassedOverWithTheReason() {
        List<Post> posts = List.of(
                new Post("one", "一", 100, null), new Post("two", "二", 0, null), new Post("three", "三", null, null));

        Pool pool = Pool.of(posts, Map.of("one", 7L), Map.of("three", Why.RECUSED), TODAY);

        assertThat(pool.candidates()).containsExactly(new Candidate("one", 100, 7, 100L << 20));
        assertThat(pool.passedOver())
                .containsExactly(new PassedOver("three", Why.RECUSED), new PassedOver("two", Why.NO_CAPACITY));
    }

    @Test
    void aDirectoryWithImpossibleFiguresIsNotRead() {
        assertThatThrownBy(() -> new Post("one", "一", -1, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Post("one", "一", 1_001, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
