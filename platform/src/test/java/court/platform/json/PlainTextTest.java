package court.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "申请执行人𠮷某，请求支付 100 元。\n第二行", "😀"})
    void ordinaryTextPassesUnchanged(String text) {
        assertThat(PlainText.check(text)).isSameAs(text);
    }

    @Test
    void nulIsRefusedWithItsCode() {
        refused("张\0三", "text.nul_character");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xD800, 0xDBFF, 0xDC00, 0xDFFF})
    void halfACharacterIsRefusedWithItsCode(int surrogate) {
        refused("前" + (char) surrogate + "后", "text.lone_surrogate");
        refused("前" + (char) surrogate, "text.lone_surrogate");
    }

    @Test
    void aPairInTheWrongOrderIsRefused() {
        refused("\uDE00\uD83D", "text.lone_surrogate");
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> PlainText.check(text))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
