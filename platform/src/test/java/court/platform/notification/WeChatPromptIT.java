package court.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.support.FakeMessengers.Manner;
import org.junit.jupiter.api.Test;

/** Prompts by WeChat, and what comes in their place. */
class WeChatPromptIT extends PromptedCase {

    @Test
    void weChatComesFirst() {
        tell(prompt("a", OPENID, PHONE));

        becomes("SENT");
        assertThat(cards()).hasSize(1);
        assertThat(cards().getFirst().path("touser").asString()).isEqualTo(OPENID);
        assertThat(cards().getFirst().path("template_id").asString()).isEqualTo("template-1");
        assertThat(only().recipient()).isEqualTo("微信小程序账号");
        assertThat(sms()).isEmpty();
    }

    @Test
    void whoRefusesWeChatGetsAnSmsAndTheCourtSeesWhy() {
        MESSENGERS.weChat(Manner.GOOD, 43101);

        tell(prompt("a", OPENID, PHONE));

        becomes("DELIVERED");
        assertThat(only().channel()).isEqualTo(Channel.SMS);
        assertThat(only().weChatFailure()).isEqualTo("当事人未订阅或拒收微信消息。");
        assertThat(cards()).isEmpty();
        assertThat(sms()).hasSize(1);
    }

    @Test
    void aWeChatMessageThatMayHaveArrivedGoesOnBySms() {
        MESSENGERS.weChat(Manner.LOST, 0);

        tell(prompt("a", OPENID, PHONE));

        becomes("DELIVERED");
        assertThat(cards()).hasSize(1);
        assertThat(sms()).hasSize(1);
    }

    @Test
    void anEndedTokenIsRenewedByItself() {
        tell(prompt("a", OPENID, null));
        becomes("SENT");
        MESSENGERS.newToken();

        Prompt another = prompt("b", OPENID, null);
        tell(another);

        await().atMost(SOON).until(() -> cards().size() == 2);
    }
}
