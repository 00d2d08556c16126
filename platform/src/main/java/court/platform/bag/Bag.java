package court.platform.bag;

import court.platform.bag.BagFlaw.Kind;
import court.platform.bag.ZipFrame.Placed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A package opened for checking: every file in it was read once, none was unpacked. */
public final class Bag implements AutoCloseable {

    private static final int PART = 64 * 1024;
    /** A list of files longer than this is nobody's case. */
    private static final long LARGEST_TEXT = 64L << 20;

    private final FileChannel zip;
    private final SortedMap<String, Placed> places = new TreeMap<>();
    private final SortedMap<String, Fingerprints> prints = new TreeMap<>();
    private final List<BagFlaw> flaws = new ArrayList<>();

    private Bag(FileChannel zip) {
        this.zip = zip;
    }

    /** Reads all of the ZIP. What is wrong with it becomes a flaw; an exception means that it could not be read at all. */
    public static Bag open(Path file) throws IOException {
        FileChannel zip = FileChannel.open(file, StandardOpenOption.READ);
        try {
            Bag bag = new Bag(zip);
            bag.readAll();
            return bag;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Paths below the bag's base folder. */
    public List<String> paths() {
        return List.copyOf(prints.keySet());
    }

    /** The content of a file that is small by its nature. */
    public byte[] text(String path) throws IOException {
        Placed place = places.get(path);
        if (place == null || place.size() > LARGEST_TEXT) {
            throw new IOException("no such text in the bag: " + path);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) place.size());
        while (bytes.hasRemaining() && zip.read(bytes, place.dataOffset() + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    Map<String, Fingerprints> prints() {
        return prints;
    }

    boolean has(String path) {
        return prints.containsKey(path);
    }

    /** What is wrong with the ZIP itself and with names in it. */
    List<BagFlaw> flaws() {
        return flaws;
    }

    private void readAll() throws IOException {
        ZipLayout.Found found = ZipLayout.of(zip);
        String base = base(found.files());
        for (BagFlaw flaw : found.flaws()) {
            flaws.add(new BagFlaw(below(base, flaw.file()), flaw.kind(), flaw.reason()));
        }
        for (Placed file : found.files()) {
            read(below(base, file.name()), file);
        }
    }

    private void read(String path, Placed file) throws IOException {
        if (path.equals(file.name()) || !BagPaths.isSafe(path)) {
            flaws.add(new BagFlaw(path, Kind.NAME, "not a name within the bag"));
            return;
        }
        if (places.containsKey(path)) {
            flaws.add(new BagFlaw(path, Kind.DUPLICATE, "stands in the ZIP twice"));
            return;
        }
        if (file.offset() < 0 || file.size() < 0 || file.end() > zip.size()) {
            flaws.add(new BagFlaw(path, Kind.CONTAINER, "cut off"));
            return;
        }
        Fingerprints taken = prints(file);
        if (taken.crc32() != file.crc32()) {
            flaws.add(new BagFlaw(path, Kind.DIGEST, "CRC-32"));
        }
        places.put(path, file);
        prints.put(path, taken);
    }

    private Fingerprints prints(Placed file) throws IOException {
        RunningFingerprints running = new RunningFingerprints();
        byte[] part = new byte[PART];
        long at = file.dataOffset();
        while (at < file.end()) {
            int read = zip.read(ByteBuffer.wrap(part, 0, (int) Math.min(PART, file.end() - at)), at);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            running.update(part, 0, read);
            at += read;
        }
        return running.finish();
    }

    /** The one folder that all of it lies in (RFC 8493 §4): most files agree on it. */
    private static String base(List<Placed> files) {
        return files.stream()
                .map(it -> it.name().substring(0, it.name().indexOf('/') + 1))
                .filter(it -> it.length() > 1 && BagPaths.isPart(it.substring(0, it.length() - 1)))
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("/");
    }

    private static String below(String base, String name) {
        return name.startsWith(base) ? name.substring(base.length()) : name;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
