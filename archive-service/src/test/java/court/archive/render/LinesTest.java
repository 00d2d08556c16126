package court.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final PDDocument document = new PDDocument();
    private final TypeCase type = new TypeCase(document, new Coverage());

    @AfterEach
    void close() throws IOException {
        type.close();
        document.close();
    }

    @Test
    void chineseTextBreaksAnywhere() throws IOException {
        assertThat(wrap("被执行人已经履行", 50)).containsExactly("被执行人已", "经履行");
    }

    @Test
    void theFirstLineIsIndentedByTwoCharacters() throws IOException {
        assertThat(new Lines(type, 10).wrap("被执行人已经履行", 50, 20)).containsExactly("被执行", "人已经履行");
    }

    @Test
    void noLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne() throws IOException {
        assertThat(wrap("被执行人已，经履行", 50)).containsExactly("被执行人", "已，经履行");
        assertThat(wrap("被执行人（已经）履行", 50)).containsExactly("被执行人", "（已经）履", "行");
    }

    @Test
    void wordsAndNumbersStayWhole() throws IOException {
        assertThat(wrap("金额为1,234.56元", 65)).containsExactly("金额为", "1,234.56元");
    }

    @Test
    void aWordLongerThanALineIsPartedAndNothingOfItIsLost() throws IOException {
        String digest = "0123456789abcdef".repeat(4);

        List<String> lines = wrap(digest, 100);

        assertThat(lines.size()).isGreaterThan(3);
        assertThat(String.join("", lines)).isEqualTo(digest);
        for (String line : lines) {
            assertThat(type.width(line, 10)).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void aRowOfMarksLongerThanALineIsPartedToo() throws IOException {
        assertThat(String.join("", wrap("。".repeat(30), 100))).isEqualTo("。".repeat(30));
        assertThat(wrap("。".repeat(30), 100)).hasSizeGreaterThan(2);
    }

    @Test
    void lineBreaksAreKeptAndEmptyTextIsOneLine() throws IOException {
        assertThat(wrap("一\r\n二\n\n三", 100)).containsExactly("一", "二", "", "三");
        assertThat(wrap("", 100)).containsExactly("");
    }

    private List<String> wrap(String text, float width) throws IOException {
        return new Lines(type, 10).wrap(text, width, 0);
    }
}
