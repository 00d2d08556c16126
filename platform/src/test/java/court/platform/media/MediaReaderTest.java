package court.platform.media;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.media.Media.Poster;
import court.platform.media.MediaReader.Found;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files that ffmpeg made; the figures are ffprobe's. */
class MediaReaderTest {

    private static final Path SAMPLES = Path.of("src/test/resources/media");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "plain.m4a, audio/mp4, 1000, -1, -1",
        "cover3.mp3, audio/mpeg, 2063, -1, -1",
        "cover4.mp3, audio/mpeg, 2063, -1, -1",
        "bare.mp3, audio/mpeg, 1071, -1, -1",
        "upright.mp4, video/mp4, 1000, 32, 64",
        "cover.jpg, image/jpeg, -1, 16, 8",
    })
    void aFileTellsHowLongAndHowLargeItIs(String name, String type, long millis, int width, int height)
            throws IOException {
        Media media = found(type, sample(name)).media();

        assertThat(media.durationMillis() == null ? -1 : media.durationMillis()).isBetween(millis - 30, millis + 30);
        assertThat(media.width()).isEqualTo(width < 0 ? null : width);
        assertThat(media.height()).isEqualTo(height < 0 ? null : height);
    }

    @ParameterizedTest
    @CsvSource({"cover.m4a, audio/mp4", "cover3.mp3, audio/mpeg", "cover4.mp3, audio/mpeg"})
    void theCoverIsThePictureThatWasPutIn(String name, String type) throws IOException {
        byte[] file = sample(name);

        Poster poster = found(type, file).media().poster();

        assertThat(poster).isNotNull();
        assertThat(poster.mediaType()).isEqualTo("image/jpeg");
        int from = (int) poster.offset();
        assertThat(Arrays.copyOfRange(file, from, from + poster.size())).isEqualTo(sample("cover.jpg"));
    }

    @Test
    void whatIsInAContainerDecidesWhatItIs() throws IOException {
        assertThat(found("audio/mp4", sample("upright.mp4")).mediaType()).isEqualTo("video/mp4");
        assertThat(found("video/mp4", sample("plain.m4a")).mediaType()).isEqualTo("audio/mp4");
        assertThat(found("video/mp4", sample("cover.m4a")).mediaType()).isEqualTo("audio/mp4");
    }

    @Test
    void aPictureAndAWaveTellTheirs() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), "png", png);
        ByteBuffer wave = ByteBuffer.allocate(44 + 8_000).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF\0\0\0\0WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000)
                .putInt(0)
                .putInt(0x61746164)
                .putInt(8_000);

        assertThat(found("image/png", png.toByteArray()).media()).isEqualTo(new Media(null, 7, 5, null));
        assertThat(found("audio/wav", wave.array()).media()).isEqualTo(new Media(1_000L, null, null, null));
        wave.putInt(40, 9_000);
        assertThat(found("audio/wav", wave.array()).media())
                .as("more than there is")
                .isEqualTo(Media.SILENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain.m4a", "cover.m4a", "upright.mp4", "cover3.mp3", "cover4.mp3", "bare.mp3", "cover.jpg"})
    void brokenFilesTellLessAndCostNoMore(String name) throws IOException {
        byte[] whole = sample(name);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = 0; i < 1 + round % 20; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            for (String type : new String[] {"audio/mp4", "audio/mpeg", "audio/wav", "image/jpeg", "image/png"}) {
                Poster poster = found(type, broken).media().poster();
                assertThat(poster == null || poster.offset() + poster.size() <= broken.length)
                        .isTrue();
            }
        }
    }

    @Test
    void aMillionBoxesAreNotCounted() throws IOException {
        ByteBuffer boxes = ByteBuffer.allocate(8 * 1_000_000);
        while (boxes.hasRemaining()) {
            boxes.putInt(8).putInt(0x66726565);
        }
        long[] reads = new long[1];

        try (SeekableByteChannel file = channel(boxes.array())) {
            MediaReader.read("video/mp4", new Counting(file, reads));
        }

        assertThat(reads[0]).isPositive().isLessThanOrEqualTo(Bytes.MOST_READS);
    }

    private Found found(String type, byte[] file) throws IOException {
        try (SeekableByteChannel content = channel(file)) {
            return MediaReader.read(type, content);
        }
    }

    private SeekableByteChannel channel(byte[] file) throws IOException {
        return Files.newByteChannel(Files.write(folder.resolve("file"), file));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }

    /** Counts how often a file is read. */
    private record Counting(SeekableByteChannel file, long[] reads) implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer to) throws IOException {
            reads[0]++;
            return file.read(to);
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            file.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
