package court.filing.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the first bytes of a picture tell before it is opened.
 *
 * @param orientation how the phone was held, 1 (upright) to 8 as in Exif 2.32, tag 0x0112
 */
record PictureHead(boolean isJpeg, int orientation) {

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APP1 = 0xFFE1;
    private static final int TAG = 0x0112;
    private static final int TIFF = 6;

    /** Dots of a PNG that has to be unpacked to be embedded. */
    private static final long MOST_DOTS = 8_000_000;

    static PictureHead of(byte[] bytes) throws UnfitPicture {
        ByteBuffer picture = ByteBuffer.wrap(bytes);
        try {
            if (Short.toUnsignedInt(picture.getShort(0)) == START_OF_IMAGE) {
                return new PictureHead(true, orientation(picture.position(2)));
            }
            mustFit(picture);
            return new PictureHead(false, 1);
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

    private static int orientation(ByteBuffer jpeg) {
        try {
            for (int marker = marker(jpeg); marker != START_OF_SCAN; marker = marker(jpeg)) {
                int size = Short.toUnsignedInt(jpeg.getShort()) - 2;
                ByteBuffer segment = jpeg.slice(jpeg.position(), size);
                if (marker == APP1 && size > TIFF + 8 && segment.get(0) == 'E') {
                    return exif(segment.slice(TIFF, size - TIFF));
                }
                jpeg.position(jpeg.position() + size);
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException notTold) {
            return 1;
        }
    }

    private static int marker(ByteBuffer jpeg) {
        return Short.toUnsignedInt(jpeg.getShort());
    }

    private static int exif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
