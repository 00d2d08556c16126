package court.filing.lot;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Lot;
import court.platform.contract.Lot.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawTest {

    private static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final String SEED = "000102030405060708090a0b0c0d0e0f";
    private static final List<Candidate> JUDGES = Draw.weighed(
            List.of(candidate("judge-3", 50, 1), candidate("judge-1", 100, 3), candidate("judge-2", 100, 4)));

    private static Candidate candidate(String id, int capacity, long load) {
        return new Candidate(id, capacity, load, 0);
    }

    private static Lot lot(String seed) {
        return new Lot(Draw.METHOD, seed, JUDGES, List.of());
    }

    @Test
    @DisplayName("F10: a case more than the least loaded halves the chances, measured by capacity")
    void weightsHalve() {
        assertThat(JUDGES)
                .containsExactly(
                        new Candidate("judge-1", 100, 3, 100L << 19),
                        new Candidate("judge-2", 100, 4, 100L << 18),
                        new Candidate("judge-3", 50, 1, 50L << 20));
    }

    @Test
    @DisplayName("F10: whoever is far behind gets nearly every case, but nobody's chances are nil")
    void nobodysChancesAreNil() {
        assertThat(Draw.weighed(List.of(candidate("a", 100, 0), candidate("b", 100, 1_000_000))))
                .containsExactly(new Candidate("a", 100, 0, 100L << 20), new Candidate("b", 100, 1_000_000, 100));
    }

    /** Worked out by another program, in another language. */
    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c0d0e0f, judge-1",
        "00000000000000000000000000000000, judge-3",
        "00000000000000000000000000000001, judge-1",
        "00000000000000000000000000000002, judge-2",
        "00000000000000000000000000000003, judge-2",
        "00000000000000000000000000000005, judge-3"
    })
    @DisplayName("F10: the same record gives the same judge to anybody")
    void theSameSeedGivesTheSameJudge(String seed, String judge) {
        assertThat(Draw.winner(CASE, lot(seed))).isEqualTo(judge);
        assertThat(Draw.repeats(CASE, lot(seed), judge)).isTrue();
    }

    @Test
    @DisplayName("F10: a record in which anything was changed repeats no more")
    void aChangedRecordDoesNotRepeat() {
        List<Candidate> heavier = new ArrayList<>(JUDGES);
        heavier.set(1, new Candidate("judge-2", 100, 4, 100L << 20));
        List<Candidate> shuffled = List.of(JUDGES.get(2), JUDGES.get(0), JUDGES.get(1));

        Stream<Lot> changed = Stream.of(
                lot("00000000000000000000000000000000"),
                new Lot("court-lot-2", SEED, JUDGES, List.of()),
                new Lot(Draw.METHOD, SEED, heavier, List.of()),
                new Lot(Draw.METHOD, SEED, shuffled, List.of()),
                new Lot(Draw.METHOD, SEED, List.of(), List.of()));

        assertThat(changed).noneMatch(it -> Draw.repeats(CASE, it, "judge-1"));
        assertThat(Draw.repeats(CASE, lot(SEED), "judge-2")).isFalse();
    }
}
