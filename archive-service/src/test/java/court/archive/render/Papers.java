package court.archive.render;

import court.platform.model.Digests;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Volumes and handed-in files for tests. */
final class Papers {

    static final String CASE = "（2020）沪0117执1003号";
    static final String COURT = "上海市松江区人民法院";
    private static final Instant SEALED = Instant.parse("2020-04-15T02:00:00Z");

    private Papers() {}

    static Volume volume(Item... items) {
        return new Volume(
                CASE,
                COURT,
                0,
                "6f1a09be22c4d07e",
                List.of(
                        new Row("申请执行人", "演示申请人"),
                        new Row("被执行人", "演示被执行人"),
                        new Row("执行依据", "（2019）沪0117民初12345号民事判决书"),
                        new Row("承办法官", "松江执行法官一"),
                        new Row("立案日期", "2020年3月2日"),
                        new Row("结案日期", "2020年4月14日"),
                        new Row("结案方式", "执行完毕")),
                List.of(items),
                List.of(new Row("说明", "本卷由系统自动生成，原件随卷保存。"), new Row("立卷日期", "2020年4月15日")),
                SEALED);
    }

    static Item form(Section section, String title, List<Row> rows, String... paragraphs) {
        Paper form = new Paper.Form(rows, List.of(paragraphs));
        return new Item(section, title, LocalDate.of(2020, 3, 2), "", List.of(form));
    }

    static Item copy(Section section, String title, Original original) {
        return new Item(section, title, LocalDate.of(2020, 3, 1), "", List.of(new Paper.Copy(original)));
    }

    static Original original(String name, String mediaType, byte[] bytes) {
        return new Original(
                "01920000-0000-7000-8000-" + "%012x".formatted(name.hashCode() & 0xffffffffL),
                name,
                mediaType,
                bytes.length,
                new Digests(sha256(bytes), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
                mediaType.startsWith("audio/") ? Duration.ofSeconds(754) : null,
                file -> Files.write(file, bytes));
    }

    static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        for (int i = 0; i < 24; i++) {
            pen.setColor(new Color(40 + 8 * i, 250 - 9 * i, (97 * i) % 255));
            pen.fillRect(width * i / 24, 0, width / 24 + 1, height);
        }
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 8);
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                if (pages <= 500) {
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(new PDType1Font(FontName.HELVETICA), 24);
                        content.newLineAtOffset(90, 700);
                        content.showText("Scanned page " + i);
                        content.endText();
                    }
                }
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
