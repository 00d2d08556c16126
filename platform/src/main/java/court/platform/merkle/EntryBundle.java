package court.platform.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries behind a tile of level 0, each behind its length in two bytes, big-endian (c2sp.org/tlog-tiles). */
public final class EntryBundle {

    private static final int LONGEST = 0xffff;

    private EntryBundle() {}

    public static byte[] bytes(List<byte[]> entries) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new TileRejected("too long for an entry: " + entry.length);
            }
            all.write(entry.length >> 8);
            all.write(entry.length);
            all.writeBytes(entry);
        }
        return all.toByteArray();
    }

    /** The entries of a tile; rejects bytes that do not hold exactly as many. */
    public static List<byte[]> entries(Tile tile, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>();
        while (rest.remaining() >= Short.BYTES && entries.size() < tile.width()) {
            byte[] entry = new byte[Math.min(Short.toUnsignedInt(rest.getShort()), rest.remaining() + 1)];
            if (entry.length > rest.remaining()) {
                throw new TileRejected("an entry is cut");
            }
            rest.get(entry);
            entries.add(entry);
        }
        if (rest.hasRemaining() || entries.size() != tile.width()) {
            throw new TileRejected("not as many entries as its name says");
        }
        return entries;
    }
}
