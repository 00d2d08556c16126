package court.platform.media;

import court.platform.media.Media.Poster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** How large a picture is: PNG (ISO/IEC 15948 §11.2.2) and JPEG (ITU-T T.81 §B.2.2). */
final class Still {

    private static final int PNG = 0x89504E47;
    private static final int JPEG = 0xFFD8;
    private static final int LARGEST_POSTER = 8 * 1024 * 1024;

    private Still() {}

    static Media read(Bytes bytes, SeekableByteChannel content) throws IOException {
        ByteBuffer head = bytes.at(0, 24);
        if (head.getInt(0) == PNG) {
            return Media.picture(head.getInt(16), head.getInt(20));
        }
        return turned(jpeg(bytes), JpegOrientation.of(Channels.newInputStream(content.position(0))));
    }

    private static Media turned(Media media, JpegOrientation orientation) {
        return orientation.isSideways() ? new Media(null, media.height(), media.width(), null) : media;
    }

    private static Media jpeg(Bytes bytes) throws IOException {
        long at = 2;
        while (true) {
            ByteBuffer segment = bytes.at(at, 4);
            int marker = Short.toUnsignedInt(segment.getShort(0));
            int length = Short.toUnsignedInt(segment.getShort(2));
            if (isFrame(marker)) {
                ByteBuffer frame = bytes.at(at + 5, 4);
                return Media.picture(Short.toUnsignedInt(frame.getShort(2)), Short.toUnsignedInt(frame.getShort(0)));
            }
            if (marker >>> 8 != 0xFF || length < 2) {
                throw new EOFException("no marker at " + at);
            }
            at += 2 + length;
        }
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }

    /** A picture within a file, if these bytes are one. */
    static @Nullable Poster poster(Bytes bytes, long offset, long size) throws IOException {
        if (size < 4 || size > LARGEST_POSTER || offset > bytes.size() - size) {
            return null;
        }
        ByteBuffer head = bytes.at(offset, 4);
        String mediaType = head.getInt(0) == PNG
                ? "image/png"
                : Short.toUnsignedInt(head.getShort(0)) == JPEG ? "image/jpeg" : null;
        return mediaType == null ? null : new Poster(mediaType, offset, (int) size);
    }
}
