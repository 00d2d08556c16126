package court.platform.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How long a WAV file plays: bytes of sound by bytes a second, both told in its chunks (RIFF). */
final class Wave {

    private Wave() {}

    static Media read(Bytes bytes) throws IOException {
        long perSecond = 0;
        for (long at = 12; ; ) {
            ByteBuffer head = bytes.at(at, 8).order(ByteOrder.LITTLE_ENDIAN);
            String type = Bytes.text(head, 0, 4);
            long size = Bytes.unsigned(head.getInt(4));
            if (type.equals("fmt ")) {
                perSecond = Bytes.unsigned(
                        bytes.at(at + 8, 12).order(ByteOrder.LITTLE_ENDIAN).getInt(8));
            }
            if (type.equals("data")) {
                boolean told = perSecond > 0 && size > 0 && size <= bytes.size() - at - 8;
                return told ? new Media(size * 1_000 / perSecond, null, null, null) : Media.SILENT;
            }
            at += 8 + size + (size & 1);
        }
    }
}
