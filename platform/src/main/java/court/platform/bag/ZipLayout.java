package court.platform.bag;

import court.platform.bag.BagFlaw.Kind;
import court.platform.bag.ZipFrame.Placed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a ZIP stand, and what of the ZIP's own bytes is not as {@link ZipFrame} writes them. Headers and
 * directory say the same twice, so one of them names the file when the other was changed.
 */
final class ZipLayout {

    static final String DIRECTORY = "(directory)";
    static final String END = "(end)";

    private static final int LONGEST_NAME = 1_000;
    private static final int END_LENGTH = 98;
    private static final int CENTRAL_FIXED = 46;

    private final FileChannel zip;
    private final long length;
    private final List<BagFlaw> flaws = new ArrayList<>();

    private ZipLayout(FileChannel zip) throws IOException {
        this.zip = zip;
        this.length = zip.size();
    }

    /** What was found, the files in the order they stand in. */
    record Found(List<Placed> files, List<BagFlaw> flaws) {}

    static Found of(FileChannel zip) throws IOException {
        ZipLayout layout = new ZipLayout(zip);
        return new Found(layout.find(), layout.flaws);
    }

    private List<Placed> find() throws IOException {
        List<Placed> files = byHeaders();
        long directory = files.isEmpty() ? 0 : files.getLast().end();
        if (length - directory == frameLength(files)) {
            checkDirectory(files, directory);
        } else {
            files = byDirectory();
        }
        checkHeaders(files);
        return files;
    }

    private static long frameLength(List<Placed> files) {
        return files.stream().mapToLong(it -> ZipFrame.central(it).length).sum() + END_LENGTH;
    }

    /** From header to header, as far as they follow each other. */
    private List<Placed> byHeaders() throws IOException {
        List<Placed> files = new ArrayList<>();
        long offset = 0;
        while (offset < length) {
            Placed file = header(offset);
            if (file == null || file.size() < 0 || file.size() > length - file.dataOffset()) {
                return files;
            }
            files.add(file);
            offset = file.end();
        }
        return files;
    }

    private @Nullable Placed header(long offset) throws IOException {
        ByteBuffer fixed = read(offset, ZipFrame.LOCAL_FIXED);
        if (fixed.remaining() < ZipFrame.LOCAL_FIXED || fixed.getInt(0) != ZipFrame.LOCAL) {
            return null;
        }
        int nameLength = Short.toUnsignedInt(fixed.getShort(26));
        ByteBuffer rest = read(offset + ZipFrame.LOCAL_FIXED, nameLength + 20);
        if (nameLength > LONGEST_NAME || rest.remaining() < nameLength + 20) {
            return null;
        }
        return new Placed(
                text(rest, nameLength), offset, Integer.toUnsignedLong(fixed.getInt(14)), rest.getLong(nameLength + 4));
    }

    /** As the directory at the end lists them. */
    private List<Placed> byDirectory() throws IOException {
        ByteBuffer end = read(Math.max(0, length - END_LENGTH), END_LENGTH);
        List<Placed> files = new ArrayList<>();
        if (end.remaining() == END_LENGTH) {
            long offset = end.getLong(48);
            for (long left = end.getLong(32); left > 0 && offset >= 0 && offset < length; left--) {
                ByteBuffer fixed = read(offset, CENTRAL_FIXED);
                int nameLength = fixed.remaining() < CENTRAL_FIXED ? LONGEST_NAME + 1 : fixed.getShort(28);
                if (nameLength < 0 || nameLength > LONGEST_NAME) {
                    break;
                }
                ByteBuffer rest = read(offset + CENTRAL_FIXED, nameLength + 28);
                if (rest.remaining() < nameLength + 28) {
                    break;
                }
                files.add(new Placed(
                        text(rest, nameLength),
                        rest.getLong(nameLength + 20),
                        Integer.toUnsignedLong(fixed.getInt(16)),
                        rest.getLong(nameLength + 4)));
                offset += CENTRAL_FIXED + nameLength + 28;
            }
            checkDirectory(files, end.getLong(48));
        }
        if (files.isEmpty()) {
            flaws.add(new BagFlaw(DIRECTORY, Kind.CONTAINER, "neither headers nor directory can be followed"));
        }
        return files;
    }

    /** Byte for byte what these files would have been given. */
    private void checkDirectory(List<Placed> files, long directory) throws IOException {
        long offset = directory;
        for (Placed file : files) {
            offset = same(offset, ZipFrame.central(file), file.name());
        }
        offset = same(offset, ZipFrame.end(files, directory, offset - directory), END);
        if (offset != length) {
            flaws.add(new BagFlaw(END, Kind.CONTAINER, "the ZIP does not end where it says"));
        }
    }

    private void checkHeaders(List<Placed> files) throws IOException {
        long end = 0;
        long bytes = 0;
        for (Placed file : files) {
            if (file.offset() != end) {
                flaws.add(new BagFlaw(file.name(), Kind.CONTAINER, "does not follow the file before it"));
            }
            same(file.offset(), ZipFrame.local(file.name(), file.crc32(), file.size()), file.name());
            end = file.end();
            bytes += Math.max(0, file.size());
        }
        if (bytes > length) { // files that share bytes: reading them all could take for ever
            flaws.add(new BagFlaw(DIRECTORY, Kind.CONTAINER, "more bytes listed than there are"));
            files.clear();
        }
    }

    private long same(long offset, byte[] expected, String file) throws IOException {
        ByteBuffer found = read(offset, expected.length);
        if (found.remaining() < expected.length || !Arrays.equals(found.array(), expected)) {
            flaws.add(new BagFlaw(file, Kind.CONTAINER, "the ZIP around it was changed near byte " + offset));
        }
        return offset + expected.length;
    }

    private ByteBuffer read(long offset, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        if (offset < 0) {
            return buffer.flip();
        }
        while (buffer.hasRemaining()) {
            if (zip.read(buffer, offset + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    private static String text(ByteBuffer bytes, int length) {
        return new String(bytes.array(), 0, length, StandardCharsets.UTF_8);
    }
}
