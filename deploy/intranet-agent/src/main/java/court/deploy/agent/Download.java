package court.deploy.agent;

import court.deploy.agent.Letterbox.Content;
import court.platform.bundle.BundleFiles;
import court.platform.bundle.Delivery;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings one package onto our disk. What has arrived when the line is cut stays and is gone on with; when the whole turns
 * out to be other bytes than announced, it is fetched anew, because then it was damaged on the way.
 */
final class Download {

    private static final int ATTEMPTS = 3;
    private static final int PART = 64 * 1024;

    private final Path work;
    private final FileSteps steps;

    Download(Path work, FileSteps steps) {
        this.work = work;
        this.steps = steps;
    }

    /** The package under its own name, durable. After three whole downloads with other bytes it is given as it is. */
    Path fetch(Delivery delivery, Letterbox from) throws IOException {
        Path whole = work.resolve(BundleFiles.content(delivery.number()));
        if (Files.exists(whole)) {
            return whole;
        }
        steps.createFolders(work);
        Path part = work.resolve(BundleFiles.content(delivery.number()) + ".part");
        for (int attempt = 1; !arrived(delivery, from, part) && attempt < ATTEMPTS; attempt++) {
            steps.delete(part);
        }
        steps.rename(part, whole);
        steps.forceDirectory(work);
        return whole;
    }

    private boolean arrived(Delivery delivery, Letterbox from, Path part) throws IOException {
        long size = delivery.payload().size();
        try (FileChannel file = steps.resume(part)) {
            if (file.size() > size) {
                file.truncate(0);
            }
            if (file.size() < size) {
                try (Content content = from.content(
                        delivery.number(), file.size(), delivery.payload().sha256())) {
                    append(content, file, size);
                } finally {
                    steps.force(file);
                }
            }
        }
        return Fingerprint.of(part).sha256().equals(delivery.payload().sha256());
    }

    /** An end that comes too early without a fault is the end: the other side has no more. */
    private void append(Content content, FileChannel file, long size) throws IOException {
        if (content.from() > file.size()) {
            throw new IOException("bytes in between are missing");
        }
        file.truncate(content.from());
        file.position(content.from());
        byte[] bytes = new byte[PART];
        int some = content.bytes().read(bytes);
        while (some >= 0 && file.position() <= size) {
            steps.write(file, ByteBuffer.wrap(bytes, 0, some));
            some = content.bytes().read(bytes);
        }
    }

    /** Removes what a stop left of bundles that were dealt with. */
    void clearBelow(long next) throws IOException {
        String[] names = work.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (name.compareTo(BundleFiles.content(next)) < 0) {
                steps.delete(work.resolve(name));
            }
        }
    }

    /** Removes what was only under way. */
    void clear(long number) throws IOException {
        steps.delete(work.resolve(BundleFiles.content(number)));
        steps.delete(work.resolve(BundleFiles.content(number) + ".part"));
    }
}
