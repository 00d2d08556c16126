package court.filing.picture;

import court.platform.media.JpegOrientation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** What the first bytes of a picture tell before it is opened. */
record PictureHead(boolean isJpeg, JpegOrientation orientation) {

    private static final int START_OF_IMAGE = 0xFFD8;

    /** Dots of a PNG that has to be unpacked to be embedded. */
    private static final long MOST_DOTS = 8_000_000;

    static PictureHead of(byte[] bytes) throws IOException {
        ByteBuffer picture = ByteBuffer.wrap(bytes);
        try {
            if (Short.toUnsignedInt(picture.getShort(0)) == START_OF_IMAGE) {
                return new PictureHead(true, JpegOrientation.of(new ByteArrayInputStream(bytes)));
            }
            mustFit(picture);
            return new PictureHead(false, JpegOrientation.UPRIGHT);
        } catch (IndexOutOfBoundsException | BufferUnderflowException cut) {
            throw new UnfitPicture("cut", cut);
        }
    }

    /** PNG (RFC 2083 §4.1.1): width, height, depth, colour type, …, interlace; alpha and interlaced ones are unpacked. */
    private static void mustFit(ByteBuffer png) throws UnfitPicture {
        long dots = (long) png.getInt(16) * png.getInt(20);
        boolean unpacked = png.get(25) >= 4 || png.get(28) != 0 || png.get(24) == 16;
        if (dots <= 0 || dots > (unpacked ? MOST_DOTS : 12 * MOST_DOTS)) {
            throw new UnfitPicture("too many dots", null);
        }
    }
}
