package court.filing.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            １２３　４５|12345
            （2025）沪 0117|(2025)沪0117
             6222 0200\u200B0000 |622202000000
            """)
    void numbersBecomeHalfWidthWithoutBlanks(String typed, String code) {
        assertThat(TextForm.code(typed)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
             张 三 |张三
            张　三|张三
            阿卜杜拉•买买提|阿卜杜拉·买买提
            阿卜杜拉．买买提|阿卜杜拉·买买提
            John  Smith|John Smith
            ABC (China) Co., Ltd.|ABC (China) Co., Ltd.
            𠮷田 𬱖|𠮷田𬱖
            """)
    void namesHaveOneFormAndKeepTheirRareCharacters(String typed, String name) {
        assertThat(TextForm.name(typed)).isEqualTo(name);
    }

    @Test
    void aCharacterOfOnesOwnMakingIsSeenAndARareOneIsNot() {
        assertThat(TextForm.hasPrivateCharacter("张\uE000")).isTrue();
        assertThat(TextForm.hasPrivateCharacter("张" + Character.toString(0xF0000)))
                .isTrue();
        assertThat(TextForm.hasPrivateCharacter("𠮷𬱖㐂")).isFalse();
    }

    @Test
    void whatCannotBeSeenIsBlank() {
        assertThat(TextForm.isBlank(" \u3000\u00A0\u200B\uFEFF\n")).isTrue();
        assertThat(TextForm.isBlank("\u200B张")).isFalse();
    }

    @Test
    void namesAreTheSameHoweverWideTheirBracketsAre() {
        assertThat(TextForm.same("演示（上海）有限公司", "演示(上海) 有限公司")).isTrue();
        assertThat(TextForm.same("演示（上海）有限公司", "演示上海有限公司")).isFalse();
    }
}
