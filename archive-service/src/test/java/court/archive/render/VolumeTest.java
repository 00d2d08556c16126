package court.archive.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeTest {

    private static final PdfVolumeRenderer RENDERER =
            new PdfVolumeRenderer(new RenderLimits(Duration.ofSeconds(60), 500, 128));

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        RENDERER.close();
    }

    @Test
    void aVolumeOfEverythingIsAcceptedByValidatorsNobodyHereWrote() throws Exception {
        Path file = folder.resolve("main.pdf");

        Rendered rendered = RENDERER.render(everything(), file);

        assertThat(rendered.unshown()).isEmpty();
        assertThat(ArchiveStandard.faults(file)).isEmpty();
        OutsideTool.Verdict verdict = new OutsideTool("qpdf").run("--check", file);
        assertThat(verdict.exit()).as(verdict.output()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside it").containsExactly(file);
        }
    }

    @Test
    void itemsLieInTheOrderOfRuleRe5AndPagesCountFromOneWithoutCoverCatalogueAndBackingSheetRe4() throws Exception {
        Path file = folder.resolve("main.pdf");

        Rendered rendered = RENDERER.render(everything(), file);

        assertThat(rendered.catalogue()).extracting(Rendered.Line::section).isSorted();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(rendered.pages() + 3);
            assertThat(text(document, 1)).contains(Papers.COURT, Papers.CASE).doesNotContain("第1页");
            assertThat(text(document, 2)).contains("卷内目录").doesNotContain("第1页");
            assertThat(text(document, 3)).contains("第1页");
            for (Rendered.Line line : rendered.catalogue()) {
                assertThat(text(document, line.firstPage() + 2)).contains("第" + line.firstPage() + "页");
            }
            assertThat(text(document, rendered.pages() + 3))
                    .contains("卷内备考表", "本卷共" + rendered.pages() + "页")
                    .doesNotContain("第" + (rendered.pages() + 1) + "页");
        }
        assertThat(rendered.catalogue().getLast().lastPage()).isEqualTo(rendered.pages());
    }

    @Test
    void everyPageCarriesTheCaseNumberAndTheCode() throws Exception {
        Path file = folder.resolve("main.pdf");

        Rendered rendered = RENDERER.render(everything(), file);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int page = 1; page <= rendered.pages() + 3; page++) {
                assertThat(text(document, page)).contains(Papers.CASE, "核验码6f1a09be22c4d07e");
            }
        }
    }

    @Test
    void aLongCatalogueRunsOnBehindTheCover() throws Exception {
        Path file = folder.resolve("main.pdf");
        Item[] items = IntStream.rangeClosed(1, 60)
                .mapToObj(it -> Papers.form(Section.TALKS, "谈话笔录之" + it, List.of(), "无。"))
                .toArray(Item[]::new);

        Rendered rendered = RENDERER.render(Papers.volume(items), file);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(text(document, 4)).contains("谈话笔录之60", "材料名称");
            assertThat(text(document, document.getNumberOfPages() - 1)).contains("第60页");
            assertThat(document.getDocumentCatalog()
                            .getPageLabels()
                            .getLabelsByPageIndices()[document.getNumberOfPages() - rendered.pages() - 1])
                    .isEqualTo("1");
        }
    }

    @Test
    void theSameVolumeGivesTheSameBytes() throws Exception {
        Path first = folder.resolve("first.pdf");
        Path second = folder.resolve("second.pdf");

        RENDERER.render(everything(), first);
        RENDERER.render(everything(), second);

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void aCharacterThatNoFontHasIsRefusedByNameBeforeAnythingIsWritten() {
        Path file = folder.resolve("main.pdf");
        Item item = Papers.form(Section.IDENTITY, "身份证明", List.of(new Row("姓名", "王\uDBFF\uDFFD")));

        assertThatThrownBy(() -> RENDERER.render(Papers.volume(item), file))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(RenderRefusal.NO_GLYPH);
                    assertThat(refused.detail()).contains("王", "U+10FFFD").endsWith("。");
                });
        assertThat(file).doesNotExist();
    }

    @Test
    void anInvisibleCharacterInANameIsRefusedToo() {
        Item item = Papers.form(Section.IDENTITY, "身份证明", List.of(new Row("姓名", "王\u200B五")));

        assertThatThrownBy(() -> RENDERER.render(Papers.volume(item), folder.resolve("main.pdf")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("U+200B");
    }

    @Test
    void whatPeopleChatIsSpelledOutInsteadOfRefused() {
        assertThat(RENDERER.printable("好的\uD83E\uDEE8，𠮷\n")).isEqualTo("好的〔U+1FAE8〕，𠮷\n");
    }

    @Test
    void aVolumeWithoutPapersIsRefused() {
        assertThatThrownBy(() -> RENDERER.render(Papers.volume(), folder.resolve("main.pdf")))
                .isInstanceOf(Refused.class)
                .hasMessage(RenderRefusal.NOTHING_TO_PRINT.detail());
    }

    @Test
    void aBrokenFileBecomesASheetThatSaysWhyAndTheVolumeIsPrintedAllTheSame() throws Exception {
        Path file = folder.resolve("main.pdf");
        Original broken = Papers.original("借条.pdf", "application/pdf", "%PDF-1.7 torn".getBytes());

        Rendered rendered = RENDERER.render(Papers.volume(Papers.copy(Section.BASIS, "借条", broken)), file);

        assertThat(rendered.unshown()).containsExactly(new Rendered.Unshown(broken.fileId(), UnshownReason.BROKEN));
        assertThat(ArchiveStandard.faults(file)).isEmpty();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(text(document, 3))
                    .contains(
                            "无法显示",
                            UnshownReason.BROKEN.text(),
                            broken.digests().sha256(),
                            broken.fileId());
            assertThat(text(document, 4)).contains(broken.fileId());
        }
    }

    @Test
    void printingOnTheThreadsForHeavyWorkGivesTheSame() throws Exception {
        Item item = Papers.form(Section.CLOSING, "结案通知书", List.of(), "执行完毕。");

        Rendered rendered =
                RENDERER.print(Papers.volume(item), folder.resolve("main.pdf")).get();

        assertThat(rendered.pages()).isEqualTo(1);
    }

    static Volume everything() {
        String rare = IntStream.of(0x20BB7, 0x2A6D6, 0x2A700, 0x2CEB0, 0xF9D1, 0x9FEA)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("、"));
        return Papers.volume(
                Papers.form(
                        Section.CLOSING,
                        "结案通知书",
                        List.of(),
                        "本院依据已经发生法律效力的（2019）沪0117民初12345号民事判决书，于2020年3月2日立案执行。现被执行人已将全部款项给付申请执行人，本案执行完毕。"),
                Papers.copy(
                        Section.PROPERTY,
                        "被执行人财产线索照片",
                        Papers.original("照片.jpg", "image/jpeg", Papers.picture("jpg", 1600, 1200))),
                Papers.copy(
                        Section.IDENTITY,
                        "身份证明",
                        Papers.original("身份证.png", "image/png", Papers.picture("png", 800, 1100))),
                Papers.copy(Section.TALKS, "谈话录音", Papers.original("录音.mp3", "audio/mpeg", new byte[] {1, 2, 3})),
                Papers.copy(Section.BASIS, "民事判决书", Papers.original("判决书.pdf", "application/pdf", Papers.pdf(3))),
                Papers.form(
                        Section.TALKS,
                        "谈话笔录",
                        List.of(new Row("时间", "2020年4月10日 14:00"), new Row("参加人", "演示申请人、𠮷田某")),
                        "问：被执行人的款项是否已经收到？",
                        "答：收到了。生僻字：" + rare + "；Ä é Ω ж ㎡ ℃ ① ½ ≒。"),
                new Item(
                        Section.FILING_APPROVAL,
                        "立案审批表",
                        LocalDate.of(2020, 3, 2),
                        "自动生成",
                        List.of(new Paper.Form(List.of(new Row("案由", "民间借贷纠纷")), List.of()))));
    }

    /** The text of one page without white space. */
    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s", "");
    }
}
