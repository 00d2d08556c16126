package court.platform.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads what a file tells about itself from its structure alone: nothing is decoded or unpacked, and every read is counted
 * ({@link Bytes}), so a hostile file costs no more than an honest one. Formats: ISO/IEC 14496-12 (MP4, M4A), MPEG-1/2 layer III with
 * ID3v2 (MP3), RIFF (WAV), PNG, JPEG.
 */
public final class MediaReader {

    private MediaReader() {}

    /**
     * What was found.
     *
     * @param mediaType by what is in it: a container of films that holds sound alone is a recording
     */
    public record Found(String mediaType, Media media) {}

    /** @param mediaType as the file's first bytes and its name tell */
    public static Found read(String mediaType, SeekableByteChannel content) throws IOException {
        try {
            Bytes bytes = new Bytes(content);
            return switch (mediaType) {
                case "audio/mp4", "video/mp4" -> new Mp4(bytes).read(mediaType);
                case "audio/mpeg" -> new Found(mediaType, new Mp3(bytes).read());
                case "audio/wav" -> new Found(mediaType, Wave.read(bytes));
                case "image/png", "image/jpeg" -> new Found(mediaType, Still.read(bytes, content));
                default -> new Found(mediaType, Media.SILENT);
            };
        } catch (EOFException notTold) {
            return new Found(mediaType, Media.SILENT);
        }
    }
}
