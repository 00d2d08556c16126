package court.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.MoneyRefusal;
import court.platform.model.Refused;
import org.junit.jupiter.api.Test;

class OutsidePartyTest {

    @Test
    void whoCannotBeReachedIsAwayAndTheAddressIsNotTold() {
        OutsideParty nobody = new OutsideParty("nobody", "http://127.0.0.1:9", MoneyRefusal.values()[0]);

        assertThatThrownBy(() -> nobody.get("/x?secret={secret}", "canary").block())
                .isInstanceOfSatisfying(Refused.class, it -> {
                    assertThat(it.refusal()).isEqualTo(MoneyRefusal.values()[0]);
                    assertThat(it).hasNoCause();
                    assertThat(it.getMessage()).doesNotContain("canary", "127.0.0.1");
                });
    }
}
