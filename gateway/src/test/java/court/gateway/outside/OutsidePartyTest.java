package court.gateway.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.gateway.wechat.WeChatRefusal;
import court.platform.model.Refused;
import org.junit.jupiter.api.Test;

class OutsidePartyTest {

    @Test
    void whoCannotBeReachedIsAwayAndTheAddressIsNotTold() {
        OutsideParty nobody = new OutsideParty("nobody", "http://127.0.0.1:9", WeChatRefusal.AWAY);

        assertThatThrownBy(() -> nobody.get("/x?secret={secret}", "canary").block())
                .isInstanceOfSatisfying(Refused.class, it -> {
                    assertThat(it.refusal()).isEqualTo(WeChatRefusal.AWAY);
                    assertThat(it).hasNoCause();
                    assertThat(it.getMessage()).doesNotContain("canary", "127.0.0.1");
                });
    }
}
