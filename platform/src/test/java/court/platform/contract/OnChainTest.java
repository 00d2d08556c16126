package court.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule RE2: nothing that changes a case may be left out of the count. */
class OnChainTest {

    @Test
    void everyActBelongsToAnItemAndNothingElseDoes() {
        for (CourtEvent event : FactSamples.all()) {
            String type = event.getClass().getSimpleName();

            assertThat(OnChain.of(type).isPresent()).as(type).isEqualTo(event.kind() == FactKind.ACT);
        }
    }
}
