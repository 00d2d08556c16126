package court.platform.bag;

import court.platform.bag.ZipFrame.Placed;
import court.platform.files.FileSteps;
import court.platform.model.Digests;
import court.platform.note.NoteSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a package: a bag (RFC 8493) in one ZIP, digests taken while the bytes pass, never more than one part of a file in
 * memory. The same contents under the same names always give the same bytes.
 */
public final class BagWriter implements AutoCloseable {

    private final FileSteps steps;
    private final FileChannel zip;
    private final String base;
    private final List<Placed> files = new ArrayList<>();
    private final SortedMap<String, Fingerprints> prints = new TreeMap<>();

    /**
     * Begins a package.
     *
     * @param file must not exist yet
     * @param base the one folder in the ZIP that all of it lies in
     */
    public BagWriter(Path file, String base, FileSteps steps) throws IOException {
        if (!BagPaths.isPart(base)) {
            throw new IllegalArgumentException("not the name of a bag: " + base);
        }
        this.steps = steps;
        this.base = base;
        this.zip = steps.create(file);
    }

    /** Gives a file's bytes, part by part. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Adds a payload file.
     *
     * @param path below {@code data/}
     * @return digests of what was written, for the caller to compare
     */
    public Digests add(String path, Content content) throws IOException {
        Fingerprints taken = write(Manifests.PAYLOAD + path, content);
        return new Digests(taken.sha256(), taken.sm3());
    }

    /**
     * Writes lists, seal and directory, and makes the file durable; nothing can be added afterwards.
     *
     * @param info lines of bag-info.txt (RFC 8493 §2.2.2) in their order; identifier, size and count are added
     * @return the seal
     */
    public String seal(String packageId, Map<String, String> info, NoteSigner signer) throws IOException {
        SortedMap<String, Fingerprints> payload = new TreeMap<>(prints);
        tag("bagit.txt", Manifests.DECLARATION);
        tag("bag-info.txt", info(packageId, info, payload));
        for (String manifest : Manifests.PAYLOAD_MANIFESTS) {
            write(manifest, bytes(Manifests.write(manifest, payload)));
        }
        SortedMap<String, Fingerprints> tags = new TreeMap<>(prints);
        tags.keySet().removeAll(payload.keySet());
        for (String manifest : Manifests.TAG_MANIFESTS) {
            write(manifest, bytes(Manifests.write(manifest, tags)));
        }
        Fingerprints sealed = RunningFingerprints.of(Manifests.write(BagCheck.SEALED, tags));
        String seal = new Seal(packageId, sealed.sha256()).sign(signer);
        tag(BagCheck.SEAL, seal);
        writeDirectory();
        steps.force(zip);
        return seal;
    }

    private static String info(String packageId, Map<String, String> info, SortedMap<String, Fingerprints> payload) {
        Map<String, String> all = new LinkedHashMap<>(info);
        all.put("External-Identifier", packageId);
        all.put("Payload-Oxum", oxum(payload));
        StringBuilder lines = new StringBuilder();
        all.forEach((label, value) -> lines.append(label)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append('\n'));
        return lines.toString();
    }

    /** Bytes and files, so that a bag that was cut is noticed before its digests are taken (RFC 8493 §2.2.2). */
    static String oxum(SortedMap<String, Fingerprints> payload) {
        return payload.values().stream().mapToLong(Fingerprints::size).sum() + "." + payload.size();
    }

    private void tag(String path, String text) throws IOException {
        write(path, bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Content bytes(byte[] bytes) {
        return out -> out.write(bytes);
    }

    /** The header is written twice: what it says is known only when the bytes have passed. */
    private Fingerprints write(String path, Content content) throws IOException {
        if (!BagPaths.isSafe(path) || prints.containsKey(path)) {
            throw new IllegalArgumentException("not a free name within the bag: " + path);
        }
        String name = base + "/" + path;
        long offset = zip.position();
        steps.write(zip, ByteBuffer.wrap(ZipFrame.local(name, 0, 0)));
        RunningFingerprints running = new RunningFingerprints();
        content.writeTo(new Through(running));
        Fingerprints taken = running.finish();
        Placed placed = new Placed(name, offset, taken.crc32(), taken.size());
        zip.position(offset);
        steps.write(zip, ByteBuffer.wrap(ZipFrame.local(name, taken.crc32(), taken.size())));
        zip.position(placed.end());
        files.add(placed);
        prints.put(path, taken);
        return taken;
    }

    private void writeDirectory() throws IOException {
        long directory = zip.position();
        for (Placed file : files) {
            steps.write(zip, ByteBuffer.wrap(ZipFrame.central(file)));
        }
        steps.write(zip, ByteBuffer.wrap(ZipFrame.end(files, directory, zip.position() - directory)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Through extends OutputStream {

        private final RunningFingerprints running;

        Through(RunningFingerprints running) {
            this.running = running;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            running.update(bytes, from, length);
            steps.write(zip, ByteBuffer.wrap(bytes, from, length));
        }
    }
}
