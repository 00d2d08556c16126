package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that do something by themselves, are locked, or come as only a phone knows them: each refused for its own reason. */
class ActiveContentTest {

    private static final ContentCheck CHECK = new ContentCheck(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        CHECK.close();
    }

    @Test
    void anOldOfficeFileIsToldApartByWhatIsInIt() {
        assertRefused(() -> check("a.docx", Samples.oldOffice("EncryptedPackage")), BlobRefusal.PASSWORD_PROTECTED);
        assertRefused(() -> check("a.xlsx", Samples.oldOffice("_VBA_PROJECT")), BlobRefusal.MACROS_INSIDE);
        assertRefused(() -> check("a.docx", Samples.oldOffice("Macros")), BlobRefusal.MACROS_INSIDE);
        assertRefused(() -> check("a.docx", Samples.oldOffice("WordDocument")), BlobRefusal.OLD_OR_PROTECTED_OFFICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml"})
    void aDocumentWithMacrosIsRefused(String part) throws IOException {
        byte[] docx = Samples.zip("[Content_Types].xml", "word/document.xml", part);

        assertRefused(() -> check("a.docx", docx), BlobRefusal.MACROS_INSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.docm", "a.XLSM", "a.xlsb"})
    void aNameThatSaysMacrosIsRefusedAsSuch(String name) {
        assertRefused(() -> CHECK.requireTaken(name), BlobRefusal.MACROS_INSIDE);
    }

    @ParameterizedTest
    @CsvSource({"a.jpg,heic", "a.png,mif1", "a.jpeg,heix"})
    void aPhonesOwnPictureIsRefusedWithWhatToDo(String name, String brand) {
        assertRefused(() -> check(name, Samples.media(brand)), BlobRefusal.PHONE_PICTURE);
        assertRefused(() -> CHECK.requireTaken("IMG_0001.HEIC"), BlobRefusal.PHONE_PICTURE);
    }

    static Stream<Arguments> activePdfs() {
        return Stream.of(
                Arguments.of(Named.of("script when opened", Samples.activePdf("JavaScript", "OpenAction"))),
                Arguments.of(Named.of("program when opened", Samples.activePdf("Launch", "OpenAction"))),
                Arguments.of(Named.of("script when closed", Samples.activePdf("JavaScript", "AA"))),
                Arguments.of(Named.of("script behind a link", Samples.activePdf("JavaScript", "Annots"))),
                Arguments.of(Named.of("script after another action", Samples.activePdf("JavaScript", "Next"))));
    }

    @ParameterizedTest
    @MethodSource("activePdfs")
    void aPdfThatDoesSomethingIsRefused(byte[] pdf) {
        assertRefused(() -> check("a.pdf", pdf), BlobRefusal.SCRIPTS_INSIDE);
    }

    @Test
    void aPdfWithALinkIsFine() throws IOException {
        assertThat(check("a.pdf", Samples.activePdf("URI", "Annots"))).isEqualTo("application/pdf");
    }

    private String check(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("content"), content);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return CHECK.mediaType(name, channel);
        }
    }
}
