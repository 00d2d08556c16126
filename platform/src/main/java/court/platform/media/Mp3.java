package court.platform.media;

import court.platform.media.Media.Poster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How long an MP3 plays and its cover. Its length is told by the first frame (Xing, Info) or counted frame by frame; a file too large to
 * be counted within the bounds tells none. The cover is the APIC frame of ID3v2.3 and 2.4 (id3.org, §4.15, §4.14).
 */
final class Mp3 {

    private static final int ID3_HEAD = 10;

    private final Bytes bytes;

    Mp3(Bytes bytes) {
        this.bytes = bytes;
    }

    Media read() throws IOException {
        ByteBuffer head = bytes.at(0, ID3_HEAD);
        boolean tagged = Bytes.text(head, 0, 3).equals("ID3");
        long sound = tagged ? ID3_HEAD + syncsafe(head.getInt(6)) : 0;
        Poster poster = tagged ? cover(head, sound) : null;
        return new Media(duration(sound), null, null, poster);
    }

    private @Nullable Poster cover(ByteBuffer head, long end) throws IOException {
        int version = head.get(3);
        boolean plain = head.get(5) == 0 && (version == 3 || version == 4);
        try {
            for (long at = ID3_HEAD; plain && at + ID3_HEAD < end; ) {
                ByteBuffer frame = bytes.at(at, ID3_HEAD);
                long size = version == 4 ? syncsafe(frame.getInt(4)) : Bytes.unsigned(frame.getInt(4));
                boolean picture = Bytes.text(frame, 0, 4).equals("APIC") && frame.getShort(8) == 0;
                if (picture && size <= end - at - ID3_HEAD) {
                    return picture(at + ID3_HEAD, size);
                }
                at += ID3_HEAD + size;
            }
            return null;
        } catch (EOFException cut) {
            return null;
        }
    }

    /** Encoding, type as text, kind of picture, description, then the picture. */
    private @Nullable Poster picture(long from, long size) throws IOException {
        ByteBuffer start = bytes.at(from, (int) Math.min(size, 512));
        int at = 1;
        while (start.get(at) != 0) {
            at++;
            if (at == start.limit()) {
                return null;
            }
        }
        boolean wide = start.get(0) == 1 || start.get(0) == 2;
        at += 2;
        while (at + 1 < start.limit() && (start.get(at) != 0 || (wide && start.get(at + 1) != 0))) {
            at += wide ? 2 : 1;
        }
        at += wide ? 2 : 1;
        return Still.poster(bytes, from + at, size - at);
    }

    private @Nullable Long duration(long from) throws IOException {
        try {
            Mp3Frame first = Mp3Frame.of(bytes.at(from, 4).getInt());
            ByteBuffer start = bytes.at(from, (int) Math.min(first.size(), bytes.size() - from));
            long frames = toldFrames(start, first.sideInfoEnd());
            return first.millis(frames > 0 ? frames : count(from));
        } catch (EOFException notTold) {
            return null;
        }
    }

    private static long toldFrames(ByteBuffer frame, int at) {
        if (frame.limit() < at + 12) {
            return 0;
        }
        String name = Bytes.text(frame, at, 4);
        boolean told = (name.equals("Xing") || name.equals("Info")) && (frame.getInt(at + 4) & 1) == 1;
        return told ? Bytes.unsigned(frame.getInt(at + 8)) : 0;
    }

    /** Frame by frame to the end, or to an ID3v1 tag; anything else in between tells nothing. */
    private long count(long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(0);
        long windowAt = from;
        long frames = 0;
        for (long at = from; at + 4 <= bytes.size(); frames++) {
            if (at + 4 > windowAt + window.limit()) {
                window = bytes.at(at, (int) Math.min(Bytes.MOST_AT_ONCE, bytes.size() - at));
                windowAt = at;
            }
            int head = window.getInt((int) (at - windowAt));
            if (head >>> 8 == 0x544147 && bytes.size() - at == 128) {
                return frames;
            }
            at += Mp3Frame.of(head).size();
        }
        return frames;
    }

    private static long syncsafe(int value) {
        return (value & 0x7F) | (value & 0x7F00) >> 1 | (value & 0x7F0000) >> 2 | (value & 0x7F000000) >> 3;
    }
}
