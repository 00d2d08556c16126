package court.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static Wording saying(String text) {
        return new Wording("FILING_RECEIVED", "执行申请已收到", "（2026）沪0117执1号", "请留意后续通知", Map.of("note", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请点 https://court.example/x 查看",
                "请点HTTP://x",
                "www.shcourt.gov",
                "登录sf.cn办理",
                "t.me/abc",
                "请访问 12368.gov.cn",
                "weixin://dl/business"
            })
    @DisplayName("RS4 a link in the text is refused")
    void aLinkIsRefused(String text) {
        assertThatThrownBy(() -> saying(text))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(NotificationRefusal.LINK_IN_TEXT));
        assertThatThrownBy(() -> new Wording("T", "执行申请", text, "请查看", Map.of()))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"310117198001010019", "张某 13800000001", "31011719800101001X", "138 0000 0001", "１３８００００００１１"})
    @DisplayName("RS4 no number of a document or a phone goes out")
    void aLongNumberIsRefused(String text) {
        assertThatThrownBy(() -> saying(text))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(NotificationRefusal.NUMBER_IN_TEXT));
    }

    @Test
    void aCaseNumberADateAndAHotlineMayStandInIt() {
        assertThat(saying("（2026）沪0117执123456号 2026年3月12日前，可拨打12368").places())
                .containsEntry("about", "（2026）沪0117执1号")
                .containsKey("note");
    }

    @Test
    void whatWeChatWouldNotTakeIsRefused() {
        assertThatThrownBy(() -> new Wording("T", "一".repeat(21), "案件", "请查看", Map.of()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Wording("T", "", "案件", "请查看", Map.of())).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"张三,张某", "欧阳某某,欧阳某", "欧阳,欧某", "𠮷田,𠮷某", "'',当事人"})
    @DisplayName("RS4 a person is called by the surname")
    void aPersonIsCalledByTheSurname(String name, String called) {
        assertThat(Salutation.ofPerson(name)).isEqualTo(called);
    }
}
