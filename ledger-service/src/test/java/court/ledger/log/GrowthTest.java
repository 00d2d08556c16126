package court.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.TestFact;
import court.ledger.log.Growth.Entered;
import court.ledger.log.Known.FactKey;
import court.ledger.log.Known.FileKey;
import court.platform.contract.FileRef;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.model.Digests;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final FileRef FILE = TestFact.file("a file");

    private static Frontier empty() {
        return Frontier.of(0, position -> Hash.EMPTY_TREE);
    }

    private static Growth grow(TestFact... facts) {
        return grow(new Known(empty(), Set.of(), Set.of(), Map.of()), facts);
    }

    private static Growth grow(Known known, TestFact... facts) {
        return Growth.of(
                known, Stream.of(facts).map(it -> Arrival.of(it.heard())).toList());
    }

    @Test
    void eachActAndAccessHasOneLeafAndMachineryNone() {
        Growth growth = grow(
                TestFact.act(CASE, 1),
                TestFact.act(CASE, 2).kind("ACCESS"),
                TestFact.act(CASE, 3).kind("OPERATION"),
                TestFact.act(CASE, 4));

        assertThat(growth.entered()).extracting(Entered::leaf).containsExactly(0L, 1L, null, 2L);
        assertThat(growth.head().size()).isEqualTo(3);
    }

    @Test
    void theLeavesLeadToTheRoot() {
        Growth growth = grow(TestFact.act(CASE, 1).with(FILE), TestFact.act(CASE, 2));

        Frontier again = empty();
        growth.leaves().forEach(it -> again.append(it.leaf().hash()));
        assertThat(again.head()).isEqualTo(growth.head());
        assertThat(growth.leaves()).extracting(Growth.Placed::index).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aFileHasOneLeafInItsCaseAndAnotherInAnotherCase() {
        Growth growth = grow(
                TestFact.act(CASE, 1).with(FILE),
                TestFact.act(CASE, 2).with(FILE),
                TestFact.act(UUID.randomUUID(), 1).with(FILE));

        assertThat(growth.enteredFiles()).hasSize(2);
        assertThat(growth.mentions()).hasSize(3);
        assertThat(growth.head().size()).isEqualTo(5);
    }

    @Test
    void aFileThatHasALeafGetsNoOther() {
        Growth growth = grow(
                new Known(empty(), Set.of(), Set.of(new FileKey(CASE, FILE.sha256())), Map.of()),
                TestFact.act(CASE, 2).with(FILE));

        assertThat(growth.enteredFiles()).isEmpty();
        assertThat(growth.mentions()).hasSize(1);
    }

    @Test
    void whatIsDeliveredAgainAddsNothing() {
        TestFact fact = TestFact.act(CASE, 1).with(FILE);
        Arrival arrival = Arrival.of(fact.heard());
        FactKey key = new FactKey(arrival.factId(), arrival.digests().sha256());

        assertThat(grow(fact, fact).entered()).hasSize(1);
        assertThat(grow(new Known(empty(), Set.of(key), Set.of(), Map.of()), fact)
                        .leaves())
                .isEmpty();
    }

    @Test
    void otherContentsUnderTheSameIdAreKeptAndSaidSo() {
        TestFact first = TestFact.act(CASE, 1);

        Growth growth = grow(first, first.to("p1").with(FILE));

        assertThat(growth.entered()).extracting(Entered::flaws).containsExactly(List.of(), List.of(Flaw.ID_REUSED));
        assertThat(growth.leaves()).hasSize(3);
    }

    @Test
    void aRestoredLeafIsTakenByTheFactItBelongsToAndByNoOther() {
        TestFact fact = TestFact.act(CASE, 1);
        Digests digests = Arrival.of(fact.heard()).digests();
        Deque<Long> waiting = new ArrayDeque<>(List.of(7L));

        Growth growth =
                grow(new Known(empty(), Set.of(), Set.of(), Map.of(digests, waiting)), fact, TestFact.act(CASE, 2));

        assertThat(growth.entered()).extracting(Entered::leaf).containsExactly(7L, 0L);
        assertThat(growth.claimed()).containsExactly(7L);
        assertThat(growth.leaves()).hasSize(1);
    }
}
