package court.interaction.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "ＡＢＣ１２３, abc123",
        "Ａｂc 银行, abc银行",
        "'1,000.00 元', 100000元",
        "ｶﾞ, ガ",
        "⽣⼈, 生人",
        "沪A·12345, 沪a12345",
        "'（2026）沪0117执1号', 2026沪0117执1号",
        "'100% _x_ ''y''', 100xy",
        "￥５００, ¥500",
        "İ, i̇"
    })
    void compatibleFormsAreOneAndPunctuationDoesNotCount(String text, String folded) {
        assertThat(FoldedText.of(text).text()).isEqualTo(folded);
    }

    @Test
    void signsThatCannotBeSeenDoNotCount() {
        String hidden = "冻\u200B结\u200D\uFEFF账\u00AD户\u3000\u2060被\uFE0F执\u034F行\u3164人\uDB40\uDD00\u202E";

        assertThat(FoldedText.of(hidden).text()).isEqualTo("冻结账户被执行人");
        assertThat(FoldedText.of("\uD800冻\uDC00结").text()).isEqualTo("冻结");
    }

    @Test
    void aSignOutsideTheBasicPlaneIsOne() {
        FoldedText name = FoldedText.of("𠮷田👍🏽");

        assertThat(name.length()).isEqualTo(4);
        assertThat(name.pairs()).containsExactly("𠮷田", "田👍", "👍🏽");
        assertThat(FoldedText.of("𠮷").pairs()).isEmpty();
        assertThat(FoldedText.of("").pairs()).isEmpty();
    }

    @Test
    void whatContainsWordsHasAllTheirPairs() {
        FoldedText text = FoldedText.of("已于三月一日向甲银行转账 1,000 元");

        assertThat(text.contains(FoldedText.of("甲银行，转账１０００元"))).isTrue();
        assertThat(text.pairs())
                .containsAll(FoldedText.of("甲银行，转账１０００元").pairs().toList());
        assertThat(text.contains(FoldedText.of("银行甲"))).isFalse();
    }
}
