package court.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void foldersAreCutOff() {
        assertThat(FileNames.clean("../../etc/passwd.txt")).isEqualTo("passwd.txt");
        assertThat(FileNames.clean("C:\\用户\\起诉状.pdf")).isEqualTo("起诉状.pdf");
    }

    @Test
    void controlsAndMarksThatTurnTheReadingDirectionAreTakenOut() {
        assertThat(FileNames.clean(" a\r\n\0b\u202Efdp.exe ")).isEqualTo("abfdp.exe");
        assertThat(FileNames.clean("a\uD842.pdf")).isEqualTo("a.pdf");
        assertThat(FileNames.clean("\uD842\uDFB7.pdf"))
                .as("a rare character stays")
                .isEqualTo("𠮷.pdf");
    }

    @Test
    void aLongNameKeepsItsExtensionAndNoHalfCharacter() {
        assertThat(FileNames.clean("证".repeat(300) + ".pdf")).hasSize(200).endsWith("证.pdf");
        assertThat(FileNames.clean("a" + "𠮷".repeat(150) + ".pdf"))
                .hasSize(199)
                .endsWith("𠮷.pdf");
        assertThat(FileNames.clean("a".repeat(300))).hasSize(200);
    }
}
