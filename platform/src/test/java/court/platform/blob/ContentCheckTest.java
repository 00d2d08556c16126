package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {

    private static final ContentCheck CHECK = new ContentCheck(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        CHECK.close();
    }

    static Stream<Arguments> goodFiles() throws IOException {
        return Stream.of(
                Arguments.of("起诉状.pdf", Samples.pdf(), "application/pdf"),
                Arguments.of("a.PNG", Samples.image("png"), "image/png"),
                Arguments.of("a.jpg", Samples.image("jpg"), "image/jpeg"),
                Arguments.of("a.jpeg", Samples.image("jpg"), "image/jpeg"),
                Arguments.of("a.mp3", Samples.mp3(), "audio/mpeg"),
                Arguments.of("a.mp3", Samples.mp3WithoutTag(), "audio/mpeg"),
                Arguments.of("a.m4a", Samples.media("M4A "), "audio/mp4"),
                Arguments.of("a.m4a", Samples.media("mp42"), "audio/mp4"),
                Arguments.of("a.mp4", Samples.media("isom"), "video/mp4"),
                Arguments.of("a.mp4", Samples.media("mp42"), "video/mp4"),
                Arguments.of("a.wav", Samples.wav(), "audio/wav"),
                Arguments.of("a.txt", "还款协议\n".getBytes(UTF_8), "text/plain"),
                Arguments.of("a.txt", "还款协议\r\n".getBytes(Charset.forName("GB18030")), "text/plain"),
                Arguments.of(
                        "a.docx",
                        Samples.docx(),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of(
                        "a.xlsx",
                        Samples.zip("[Content_Types].xml", "xl/workbook.xml"),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                Arguments.of("a.ofd", Samples.zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd"));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void eachKindIsTakenAndKnownByItsContent(String name, byte[] content, String mediaType) throws IOException {
        assertThat(check(name, content)).isEqualTo(mediaType);
    }

    static Stream<Arguments> files() throws IOException {
        return goodFiles();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noKindPassesForAnother(String name, byte[] content, String mediaType) {
        for (FileKind other : FileKind.values()) {
            boolean sameContainer = mediaType.endsWith("/mp4") && other.mediaType.endsWith("/mp4");
            if (!other.mediaType.equals(mediaType) && !sameContainer) {
                String wrong = "a." + extension(other);
                assertRefused(() -> check(wrong, content), BlobRefusal.NOT_WHAT_IT_SAYS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qt  ", "heic", "avif", "3gp4"})
    void otherContentInTheSameContainerIsNoFilm(String brand) {
        assertRefused(() -> check("a.mp4", Samples.media(brand)), BlobRefusal.NOT_WHAT_IT_SAYS);
    }

    @Test
    void theRefusalNamesTheExtensionAndSaysWhatToDo() {
        assertThatThrownBy(() -> check("a.pdf", Samples.image("png")))
                .hasMessage("文件内容与扩展名 .pdf 不符，请用原来的软件另存为正确格式后重新上传。");
        assertThat(BlobRefusal.NOT_WHAT_IT_SAYS.code()).isEqualTo("blob.not_what_it_says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.html", "a.svg", "a.gif", "a.webp", "a.zip", "a", "a.", "pdf", "a.pdf.js"})
    void anyOtherNameIsRefused(String name) {
        assertRefused(() -> check(name, Samples.pdf()), BlobRefusal.TYPE_NOT_TAKEN);
        assertRefused(() -> CHECK.requireTaken(name), BlobRefusal.TYPE_NOT_TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"owner,user", "owner,''"})
    void aPdfWithAPasswordOrRestrictionsIsRefused(String owner, String user) {
        assertRefused(() -> check("a.pdf", Samples.pdf(owner, user)), BlobRefusal.PASSWORD_PROTECTED);
    }

    @Test
    void aBrokenPdfIsRefused() {
        byte[] pdf = Samples.pdf();

        assertRefused(() -> check("a.pdf", Arrays.copyOf(pdf, 20)), BlobRefusal.BROKEN_FILE);
        assertRefused(() -> check("a.pdf", "%PDF-1.7\n%%EOF".getBytes(UTF_8)), BlobRefusal.BROKEN_FILE);
        assertRefused(() -> check("a.pdf", withoutPages()), BlobRefusal.BROKEN_FILE);
    }

    private static byte[] withoutPages() throws IOException {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument();
                var bytes = new java.io.ByteArrayOutputStream()) {
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aLargePdfIsReadThroughOnePageInMemory() throws IOException {
        byte[] pdf;
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument();
                var bytes = new java.io.ByteArrayOutputStream()) {
            for (int i = 0; i < 2_000; i++) {
                document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            }
            document.save(bytes);
            pdf = bytes.toByteArray();
        }

        assertThat(check("a.pdf", pdf)).isEqualTo("application/pdf");
    }

    @Test
    void aProtectedOfficeFileIsToldToGoWithoutPassword() {
        assertRefused(() -> check("a.docx", Samples.oldOffice()), BlobRefusal.OLD_OR_PROTECTED_OFFICE);
        assertRefused(() -> check("a.xlsx", Samples.oldOffice()), BlobRefusal.OLD_OR_PROTECTED_OFFICE);
        assertRefused(() -> check("a.pdf", Samples.oldOffice()), BlobRefusal.NOT_WHAT_IT_SAYS);
    }

    @Test
    void anEncryptedPackageIsRefused() throws IOException {
        byte[] ofd = Samples.zip("OFD.xml");
        ofd[6] |= 1;

        assertRefused(() -> check("a.ofd", ofd), BlobRefusal.PASSWORD_PROTECTED);
    }

    @Test
    void aBrokenPackageIsRefused() throws IOException {
        byte[] docx = Samples.docx();

        assertRefused(() -> check("a.docx", Arrays.copyOf(docx, 35)), BlobRefusal.BROKEN_FILE);
        assertRefused(() -> check("a.docx", Samples.zip("other.xml")), BlobRefusal.NOT_WHAT_IT_SAYS);
    }

    @Test
    void aPackageThatUnpacksToTooMuchIsRefused() throws IOException {
        byte[] bomb = Samples.bomb();
        String[] many = new String[2_100];
        Arrays.setAll(many, i -> "word/" + i);

        assertRefused(() -> check("a.docx", bomb), BlobRefusal.UNPACKS_TOO_LARGE);
        assertRefused(() -> check("a.docx", Samples.zip(many)), BlobRefusal.UNPACKS_TOO_LARGE);
    }

    @Test
    void textWithControlCharactersIsNoText() {
        assertRefused(() -> check("a.txt", "a\0b".getBytes(UTF_8)), BlobRefusal.NOT_WHAT_IT_SAYS);
        assertRefused(
                () -> check("a.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFF}), BlobRefusal.NOT_WHAT_IT_SAYS);
        assertRefused(() -> check("a.txt", "%PDF-1.7\nabc".getBytes(UTF_8)), BlobRefusal.NOT_WHAT_IT_SAYS);
    }

    @Test
    void aCheckThatTakesTooLongIsGivenUpAndStopped() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        try (ContentCheck impatient = new ContentCheck(Duration.ofMillis(50));
                SeekableByteChannel stuck = new Stuck(stopped)) {
            assertRefused(() -> impatient.mediaType("a.pdf", stuck), BlobRefusal.CHECK_TOOK_TOO_LONG);

            assertThat(stopped.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aStorageFaultIsNotBlamedOnTheFile() {
        SeekableByteChannel failing = new Stuck(new CountDownLatch(0)) {
            @Override
            public int read(ByteBuffer into) throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> CHECK.mediaType("a.pdf", failing)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @EnumSource(BlobRefusal.class)
    void eachRefusalIsAChineseSentence(BlobRefusal refusal) {
        assertThat(refusal.because("1").detail())
                .matches("[\\s\\S]*\\p{IsHan}[\\s\\S]*")
                .doesNotContain("%");
        assertThat(refusal.code()).startsWith("blob.");
    }

    private String check(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("content"), content);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return CHECK.mediaType(name, channel);
        }
    }

    private static String extension(FileKind kind) {
        return kind == FileKind.TEXT
                ? "txt"
                : kind == FileKind.JPEG ? "jpg" : kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Never answers, until interrupted. */
    private static class Stuck implements SeekableByteChannel {

        private final CountDownLatch stopped;

        Stuck(CountDownLatch stopped) {
            this.stopped = stopped;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            try {
                Thread.sleep(60_000);
                return -1;
            } catch (InterruptedException e) {
                stopped.countDown();
                throw new IOException(e);
            }
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public SeekableByteChannel position(long to) {
            return this;
        }

        @Override
        public long size() {
            return 100;
        }

        @Override
        public SeekableByteChannel truncate(long to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
