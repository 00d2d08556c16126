package court.platform.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Goes over the records of a partial file by their lengths alone and remembers where the newest begin. */
final class RecordWalk {

    private static final int HEAD = 4;
    private static final long WINDOW = PartialFile.UNFORCED + PartialFile.SEGMENT;

    private final FileChannel file;
    private final int overhead;
    private final Deque<Place> newest = new ArrayDeque<>();
    private Place now;

    RecordWalk(FileChannel file, long start, int overhead) {
        this.file = file;
        this.overhead = overhead;
        this.now = new Place(start, 0);
        newest.add(now);
    }

    /** Where a record begins: in the file, and in the upload. */
    record Place(long position, long offset) {}

    /** To the next record; false behind the last. */
    boolean next() throws IOException {
        int size = sizeAt(file, now.position(), overhead);
        if (size == 0) {
            return false;
        }
        now = new Place(now.position() + HEAD + overhead + size, now.offset() + size);
        newest.add(now);
        while (newest.size() > 1 && now.offset() - second().offset() >= WINDOW) {
            newest.remove();
        }
        return true;
    }

    private Place second() {
        return newest.stream().skip(1).findFirst().orElse(now);
    }

    /** Everything before it was forced to the disk; what comes after may be torn. */
    Place sure() {
        return newest.getFirst();
    }

    /** Plain bytes of the record there; 0 when none is there as a whole. */
    static int sizeAt(FileChannel file, long position, int overhead) throws IOException {
        if (position + HEAD > file.size()) {
            return 0;
        }
        int size = ByteBuffer.wrap(bytes(file, position, HEAD)).getInt();
        boolean fits = size > 0 && size <= PartialFile.SEGMENT && position + HEAD + overhead + size <= file.size();
        return fits ? size : 0;
    }

    static byte[] bytes(FileChannel file, long position, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("ends at " + position);
            }
        }
        return bytes.array();
    }
}
