package court.platform.media;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a phone was held when it took a photograph: Exif 2.32, tag 0x0112, in the first APP1 segment of a JPEG. Without it a
 * photographed paper lies on its side.
 *
 * @param value 1 to 8 as in the standard; 1 is upright
 */
public record JpegOrientation(int value) {

    public static final JpegOrientation UPRIGHT = new JpegOrientation(1);
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int TIFF = 6;

    /** What a picture tells; upright when it is no JPEG, is cut or does not tell. */
    public static JpegOrientation of(InputStream picture) throws IOException {
        try {
            DataInputStream input = new DataInputStream(picture);
            if (input.readUnsignedShort() != 0xFFD8) {
                return UPRIGHT;
            }
            for (int marker = input.readUnsignedShort(); marker != START_OF_SCAN; marker = input.readUnsignedShort()) {
                byte[] segment = input.readNBytes(Math.max(0, input.readUnsignedShort() - 2));
                if (marker == APP1 && segment.length > TIFF + 8 && segment[0] == 'E') {
                    return exif(ByteBuffer.wrap(segment, TIFF, segment.length - TIFF)
                            .slice());
                }
            }
            return UPRIGHT;
        } catch (EOFException | IndexOutOfBoundsException | BufferUnderflowException notTold) {
            return UPRIGHT;
        }
    }

    public boolean isSideways() {
        return value >= 5;
    }

    private static JpegOrientation exif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new JpegOrientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
