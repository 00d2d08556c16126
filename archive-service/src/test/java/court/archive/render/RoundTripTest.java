package court.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed can be searched and copied again, character by character. */
class RoundTripTest {

    private static final PdfVolumeRenderer RENDERER =
            new PdfVolumeRenderer(new RenderLimits(Duration.ofSeconds(60), 500, 128));

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        RENDERER.close();
    }

    @Test
    void everyCharacterThatLooksLikeARadicalComesBackAsItselfAndSoDoesTheRadical() throws Exception {
        String lookalikes = IntStream.rangeClosed(0x2F00, 0x2FD5)
                .mapToObj(Character::toString)
                .map(radical -> Normalizer.normalize(radical, Normalizer.Form.NFKC) + radical)
                .collect(Collectors.joining());

        assertComesBack("民⺠" + lookalikes);
    }

    @Test
    void everyCharacterOfGb2312ComesBack() throws Exception {
        Charset gb2312 = Charset.forName("GB2312");
        String all = IntStream.rangeClosed(0xB0, 0xF7)
                .boxed()
                .flatMap(high -> IntStream.rangeClosed(0xA1, 0xFE)
                        .mapToObj(low -> new String(new byte[] {high.byteValue(), (byte) low}, gb2312)))
                .filter(it -> !it.contains("\uFFFD"))
                .collect(Collectors.joining());

        assertThat(all.length()).isEqualTo(6763);
        assertComesBack(all);
    }

    @Test
    void rareAndCompatibilityCharactersComeBack() throws Exception {
        String rare = IntStream.of(
                        0x20000, 0x20BB7, 0x2537F, 0x25380, 0x2A6D6, 0x2A700, 0x2B740, 0x2CEA1, 0x2EBE0, 0xF9D1, 0xFA0E,
                        0x2F80A)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertComesBack(rare);
    }

    /** The control: with a font as it comes from its makers the comparison above fails, and the glyph check lets no such font through. */
    @Test
    void withAFontThatWasNotPreparedTheTextComesBackWrongAndTheGlyphCheckSaysSo() throws Exception {
        String extracted;
        try (TrueTypeFont font = unprepared();
                PDDocument document = new PDDocument()) {
            assertThat(FontFile.readsBack(font.getUnicodeCmapLookup(), '张')).isTrue();
            assertThat(FontFile.readsBack(font.getUnicodeCmapLookup(), '民')).isFalse();
            extracted = extract(document, PDType0Font.load(document, font, true), "民⺠张一⼀三");
        }

        assertThat(codePoints(extracted)).isNotEqualTo(codePoints("民⺠张一⼀三"));
        assertThat(new Coverage(file -> unprepared()).find('民')).isEmpty();
    }

    private void assertComesBack(String text) throws Exception {
        Path file = folder.resolve("main.pdf");
        RENDERER.render(Papers.volume(Papers.form(Section.CLOSING, "标题", List.of(), text)), file);

        assertThat(ArchiveStandard.faults(file)).isEmpty();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(codePoints(body(document))).isEqualTo(codePoints(text));
        }
    }

    private static String body(PDDocument document) throws IOException {
        StringBuilder body = new StringBuilder();
        int last = document.getNumberOfPages() - 1;
        for (int page = 3; page <= last; page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            List<String> lines = stripper.getText(document)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            // header and footer: one line each or two, and the title on the first page
            lines.stream().filter(line -> !isFrame(line)).forEach(body::append);
        }
        return body.toString().replaceAll("\\s", "");
    }

    private static boolean isFrame(String line) {
        return line.contains("执行卷宗")
                || line.contains("核验码")
                || line.strip().equals("标题")
                || line.contains(Papers.CASE)
                || line.strip().matches("第 ?\\d+ ?页");
    }

    private static List<String> codePoints(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).toList();
    }

    private static String extract(PDDocument document, PDType0Font font, String text) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        try (PDDocument again = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(again).strip();
        }
    }

    private static TrueTypeFont unprepared() {
        try (InputStream bytes = Objects.requireNonNull(RoundTripTest.class.getResourceAsStream("unprepared.ttf"))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
