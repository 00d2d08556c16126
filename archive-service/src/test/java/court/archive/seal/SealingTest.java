package court.archive.seal;

import static org.assertj.core.api.Assertions.assertThat;

import court.archive.peer.Peers.Spoken;
import court.archive.seal.Sealing.Packing;
import court.archive.seal.Sealing.Sealed;
import court.archive.seal.Sealing.Waiting;
import court.platform.contract.DossierEvent.Cut;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final UUID SEEN = UUID.randomUUID();
    private static final UUID MACHINERY = UUID.randomUUID();
    private static final Map<String, List<Spoken>> SPOKEN = Map.of(
            "filing",
            List.of(
                    new Spoken(ONE, "ACT", 1, true),
                    new Spoken(TWO, "ACT", 2, false),
                    new Spoken(SEEN, "ACCESS", 3, true),
                    new Spoken(MACHINERY, "OPERATION", 4, true)),
            "asset",
            List.of());

    @Test
    void theDossierIsSealedAsFarAsAllHadSpokenAndLaterActsGoIntoASupplement() {
        List<Cut> cut = List.of(new Cut("filing", 4));
        UUID id = UUID.randomUUID();
        Packing packing = new Waiting(CASE, 0).reach(cut, id, Instant.EPOCH);

        Sealed sealed = packing.seal();

        assertThat(sealed).isEqualTo(new Sealed(CASE, 0, id, cut));
        assertThat(sealed.lacks("filing", 4)).isFalse();
        assertThat(sealed.lacks("filing", 5)).isTrue();
        assertThat(sealed.lacks("asset", 1)).isTrue();
        assertThat(sealed.supplement()).isEqualTo(new Waiting(CASE, 1));
    }

    @Test
    void theCutIsTheLastNumberOfEachSourceThatSpoke() {
        assertThat(new Arrived(SPOKEN, Set.of(), Set.of()).cut()).containsExactly(new Cut("filing", 4));
    }

    @Test
    void anActNeedsEntryAndLeafAViewItsRowAndLeafMachineryNeither() {
        assertThat(new Arrived(SPOKEN, Set.of(ONE, TWO, SEEN), Set.of(ONE, TWO, SEEN)).lags())
                .isEmpty();
        assertThat(new Arrived(SPOKEN, Set.of(ONE), Set.of(ONE, TWO, SEEN)).lags())
                .containsExactly(new Lag("filing", 2, 0));
        assertThat(new Arrived(SPOKEN, Set.of(ONE, TWO, SEEN), Set.of(ONE, TWO)).lags())
                .containsExactly(new Lag("filing", 0, 1));
        assertThat(new Arrived(SPOKEN, Set.of(), Set.of()).lags()).containsExactly(new Lag("filing", 3, 3));
    }

    @Test
    void whatIsStoredIsReadBack() {
        List<Cut> cut = List.of(new Cut("asset", 1), new Cut("filing", 4));
        List<Lag> lag = List.of(new Lag("filing", 2, 3));

        assertThat(Cuts.write(cut))
                .isEqualTo("[{\"source\":\"asset\",\"sequence\":1},{\"source\":\"filing\",\"sequence\":4}]");
        assertThat(Cuts.read(Cuts.write(cut))).isEqualTo(cut);
        assertThat(Lag.read(Lag.write(lag))).isEqualTo(lag);
    }
}
