package court.archive.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import court.archive.consistency.Consistency.Gap;
import court.archive.consistency.Consistency.SourceCount;
import court.archive.consistency.Holdings.Own;
import court.archive.peer.Peers.Leaf;
import court.archive.peer.Peers.Spoken;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant NOW = Instant.parse("2020-02-03T08:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(3600);

    private final List<Spoken> filing = new ArrayList<>();
    private final List<Spoken> interaction = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Own> entries = new ArrayList<>();

    private final UUID submitted = everywhere("filing", 1);
    private final UUID accepted = everywhere("filing", 2);
    private final UUID viewed = access(3);
    private final UUID posted = everywhere("interaction", 1);

    @Test
    void equalSetsAreGreen() {
        Consistency result = compare();

        assertThat(result.equal()).isTrue();
        assertThat(result.pending()).isZero();
        assertThat(result.sources())
                .containsExactly(
                        new SourceCount("filing", 2, 2, 2, 1, 1), new SourceCount("interaction", 1, 1, 1, 0, 0));
    }

    @Test
    void aDroppedEntryTurnsItRed() {
        entries.removeIf(it -> it.factId().equals(accepted));

        Consistency result = compare();

        assertThat(result.equal()).isFalse();
        assertThat(result.missingEntries()).containsExactly(accepted);
        assertThat(result.missingLeaves()).isEmpty();
    }

    @Test
    void aDroppedLeafTurnsItRed() {
        leaves.removeIf(it -> posted.equals(it.factId()));

        Consistency result = compare();

        assertThat(result.equal()).isFalse();
        assertThat(result.missingLeaves()).containsExactly(posted);
        assertThat(result.missingEntries()).isEmpty();
    }

    @Test
    void anAccessNeedsALeafAndNoEntry() {
        leaves.removeIf(it -> viewed.equals(it.factId()));

        assertThat(compare().missingLeaves()).containsExactly(viewed);
        assertThat(compare().missingEntries()).isEmpty();
    }

    @Test
    void anAccessAmongTheEntriesIsUnknownThere() {
        entries.add(new Own(viewed, "filing", 3, "", true));

        assertThat(compare().unknownEntries()).containsExactly(viewed);
        assertThat(compare().equal()).isFalse();
    }

    @Test
    void anOperationNeedsNeither() {
        filing.add(new Spoken(Uuid7.at(EARLIER), "OPERATION", 4, true));

        assertThat(compare().equal()).isTrue();
    }

    @Test
    void whatNobodySpokeIsUnknown() {
        UUID strange = Uuid7.at(EARLIER);
        leaves.add(new Leaf(strange, "ACT", null));
        entries.add(new Own(strange, "filing", 2, "", true));

        Consistency result = compare();

        assertThat(result.equal()).isFalse();
        assertThat(result.unknownLeaves()).containsExactly(strange);
        assertThat(result.unknownEntries()).containsExactly(strange);
    }

    @Test
    void aSpeakersMissingRowIsAHoleAndItsTracesAreUnknown() {
        filing.removeIf(it -> it.factId().equals(submitted));

        Consistency result = compare();

        assertThat(result.equal()).isFalse();
        assertThat(result.gaps()).containsExactly(new Gap("filing", 1, 1));
        assertThat(result.unknownEntries()).containsExactly(submitted);
        assertThat(result.unknownLeaves()).containsExactly(submitted);
    }

    @Test
    void aFactLostEverywhereIsStillAHole() {
        filing.removeIf(it -> it.factId().equals(accepted));
        leaves.removeIf(it -> accepted.equals(it.factId()));
        entries.removeIf(it -> it.factId().equals(accepted));

        Consistency result = compare();

        assertThat(result.equal()).isFalse();
        assertThat(result.gaps()).containsExactly(new Gap("filing", 2, 2));
    }

    @Test
    void aCutEndIsAHole() {
        interaction.clear();

        assertThat(compare().gaps()).containsExactly(new Gap("interaction", 1, 1));
    }

    @Test
    void aFactHeldTwiceTurnsItRed() {
        leaves.add(new Leaf(posted, "ACT", null));

        Consistency result = compare();

        assertThat(result.equal()).isFalse();
        assertThat(result.duplicates()).containsExactly(posted);
    }

    @Test
    void leavesOfFilesAreCountedApart() {
        leaves.add(new Leaf(null, "FILE", "digest"));

        assertThat(compare().equal()).isTrue();
    }

    @Test
    void aFactOnItsWayIsPendingNotMissing() {
        UUID fresh = Uuid7.at(NOW.minusSeconds(2));
        filing.add(new Spoken(fresh, "ACT", 4, false));

        Consistency result = compare();

        assertThat(result.equal()).isTrue();
        assertThat(result.pending()).isEqualTo(1);
    }

    @Test
    void aFactTooLongOnItsWayIsMissing() {
        UUID late = Uuid7.at(NOW.minus(Comparison.ON_ITS_WAY));
        filing.add(new Spoken(late, "ACT", 4, false));

        Consistency result = compare();

        assertThat(result.pending()).isZero();
        assertThat(result.missingEntries()).containsExactly(late);
        assertThat(result.missingLeaves()).containsExactly(late);
    }

    @Test
    void aChangedEntryIsNamed() {
        entries.set(0, new Own(submitted, "filing", 1, "", false));

        assertThat(compare().damaged()).containsExactly(submitted);
        assertThat(compare().equal()).isFalse();
    }

    @Test
    void anEntryOtherThanWhatTheLedgerReceivedIsNamed() {
        leaves.replaceAll(it -> submitted.equals(it.factId()) ? new Leaf(submitted, "ACT", "another digest") : it);

        assertThat(compare().damaged()).containsExactly(submitted);
    }

    @Test
    void nothingHeldByAnybodyIsEmpty() {
        assertThat(new Holdings(Map.of("filing", List.of()), List.of(), List.of()).isEmpty())
                .isTrue();
    }

    private Consistency compare() {
        return new Comparison(new Holdings(Map.of("filing", filing, "interaction", interaction), leaves, entries), NOW)
                .result();
    }

    private UUID everywhere(String source, long sequence) {
        UUID fact = Uuid7.at(EARLIER);
        (source.equals("filing") ? filing : interaction).add(new Spoken(fact, "ACT", sequence, true));
        leaves.add(new Leaf(fact, "ACT", null));
        entries.add(new Own(fact, source, sequence, "", true));
        return fact;
    }

    private UUID access(long sequence) {
        UUID fact = Uuid7.at(EARLIER);
        filing.add(new Spoken(fact, "ACCESS", sequence, true));
        leaves.add(new Leaf(fact, "ACCESS", null));
        return fact;
    }
}
