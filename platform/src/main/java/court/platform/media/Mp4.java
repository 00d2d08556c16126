package court.platform.media;

import court.platform.media.Media.Poster;
import court.platform.media.MediaReader.Found;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Walks the boxes of an MP4 or M4A file, ISO/IEC 14496-12 §4.2; the cover is where iTunes and phones put it. */
final class Mp4 {

    private static final int DEEPEST = 8;

    private final Bytes bytes;
    private @Nullable Long millis;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Poster poster;
    private boolean film;
    private boolean sound;

    Mp4(Bytes bytes) {
        this.bytes = bytes;
    }

    /** What was read before a box made no sense counts all the same. */
    Found read(String otherwise) throws IOException {
        try {
            walk(0, bytes.size(), 0);
        } catch (EOFException cut) {
            // nothing more is told
        }
        String mediaType = film ? "video/mp4" : sound ? "audio/mp4" : otherwise;
        return new Found(mediaType, new Media(millis, film ? width : null, film ? height : null, poster));
    }

    /** A box: what it is, and where what is in it begins and ends. */
    private record Box(String type, long from, long end) {

        boolean holdsBoxes() {
            return switch (type) {
                case "moov", "trak", "mdia", "udta", "meta", "ilst", "covr" -> true;
                default -> false;
            };
        }
    }

    private void walk(long from, long end, int depth) throws IOException {
        for (long at = from; at + 8 <= end && depth < DEEPEST; ) {
            Box box = box(at, end);
            if (box.holdsBoxes()) {
                walk(box.from() + (box.type().equals("meta") ? metaHead(box) : 0), box.end(), depth + 1);
            } else {
                look(box);
            }
            at = box.end();
        }
    }

    private Box box(long at, long end) throws IOException {
        ByteBuffer head = bytes.at(at, 8);
        long size = Bytes.unsigned(head.getInt(0));
        String type = Bytes.text(head, 4, 4);
        long from = at + 8;
        if (size == 1) {
            size = bytes.at(from, 8).getLong();
            from += 8;
        } else if (size == 0) {
            size = end - at;
        }
        if (size < from - at || size > end - at) {
            throw new EOFException("a box of no size at " + at);
        }
        return new Box(type, from, at + size);
    }

    /** A full box by the standard; QuickTime writes it without version and flags. */
    private int metaHead(Box meta) throws IOException {
        return Bytes.text(bytes.at(meta.from(), 8), 4, 4).equals("hdlr") ? 0 : 4;
    }

    private void look(Box box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> movie(bytes.at(box.from(), 32));
            case "tkhd" -> track(bytes.at(box.from(), (int) Math.min(96, box.end() - box.from())));
            case "hdlr" -> handler(Bytes.text(bytes.at(box.from(), 12), 8, 4));
            case "data" -> cover(box);
            default -> {}
        }
    }

    /** §8.2.2: how many units make a second and how many it lasts; all ones is not known. */
    private void movie(ByteBuffer head) {
        boolean wide = head.get(0) == 1;
        long unit = Bytes.unsigned(head.getInt(wide ? 20 : 12));
        long lasts = wide ? head.getLong(24) : Bytes.unsigned(head.getInt(16));
        boolean told = unit > 0 && lasts > 0 && (wide ? lasts < Long.MAX_VALUE / 1_000 : lasts != 0xFFFF_FFFFL);
        if (told) {
            millis = lasts * 1_000 / unit;
        }
    }

    /** §8.3.2: the largest track is what is seen; a matrix that turns by a quarter swaps its sides. */
    private void track(ByteBuffer head) {
        int matrix = head.get(0) == 1 ? 52 : 40;
        if (head.limit() < matrix + 44) {
            return;
        }
        int wide = head.getInt(matrix + 36) >>> 16;
        int high = head.getInt(matrix + 40) >>> 16;
        if (wide > 0 && high > 0 && (width == null || wide > width)) {
            boolean turned = head.getInt(matrix) == 0 && head.getInt(matrix + 4) != 0;
            width = turned ? high : wide;
            height = turned ? wide : high;
        }
    }

    private void handler(String type) {
        film |= type.equals("vide");
        sound |= type.equals("soun");
    }

    private void cover(Box data) throws IOException {
        long from = data.from() + 8;
        if (poster == null) {
            poster = Still.poster(bytes, from, data.end() - from);
        }
    }
}
