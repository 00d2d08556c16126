package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureContentTest {

    @TempDir
    Path folder;

    private void check(FileKind kind, byte[] content) {
        try {
            Path file = Files.write(folder.resolve("picture"), content);
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                PictureContent.check(channel, kind);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG"})
    void aPictureThatBreaksOffAnywhereIsRefused(FileKind kind) throws IOException {
        byte[] picture = Samples.image(kind == FileKind.PNG ? "png" : "jpg");

        for (int kept = 0; kept < picture.length; kept++) {
            byte[] cut = Arrays.copyOf(picture, kept);
            assertRefused(() -> check(kind, cut), BlobRefusal.BROKEN_FILE);
        }
        assertThatCode(() -> check(kind, Arrays.copyOf(picture, picture.length + 100)))
                .doesNotThrowAnyException();
    }

    @Test
    void aPictureWithAWrongBitIsRefusedWhereItCanBeTold() throws IOException {
        byte[] png = Samples.image("png");
        png[png.length / 2] ^= 1;

        assertRefused(() -> check(FileKind.PNG, png), BlobRefusal.BROKEN_FILE);
    }

    @Test
    void aPictureWithoutAPictureIsRefused() {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 2, (byte) 0xFF, (byte) 0xD9};

        assertRefused(() -> check(FileKind.JPEG, jpeg), BlobRefusal.BROKEN_FILE);
    }
}
