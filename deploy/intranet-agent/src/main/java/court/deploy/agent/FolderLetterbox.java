package court.deploy.agent;

import court.platform.bundle.BundleFiles;
import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two folders that a one-way gate fills and empties. A note is put there last, so what it names is there too. */
final class FolderLetterbox implements Letterbox {

    private static final int MOST_BYTES = 1 << 20;

    private final Path inbox;
    private final Path outbox;
    private final FileSteps steps;

    FolderLetterbox(Settings.Folders folders, FileSteps steps) {
        this.inbox = folders.inbox();
        this.outbox = folders.outbox();
        this.steps = steps;
    }

    @Override
    public String name() {
        return inbox.toString();
    }

    /** All of them: an old number coming again is worth a look. */
    @Override
    public List<byte[]> notes(long after) throws IOException {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        List<byte[]> notes = new ArrayList<>();
        for (Path file : named("bundle-[0-9]{8,18}\\.note")) {
            notes.add(small(file));
        }
        return notes;
    }

    private List<Path> named(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(it -> String.valueOf(it.getFileName()).matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Content content(long number, long from, String sha256) throws IOException {
        InputStream bytes = Files.newInputStream(inbox.resolve(BundleFiles.content(number)));
        try {
            bytes.skipNBytes(from);
            return new Content(from, bytes);
        } catch (IOException shorter) {
            bytes.close();
            throw shorter;
        }
    }

    @Override
    public byte[] proof(long number) throws IOException {
        return small(inbox.resolve(BundleFiles.proof(number)));
    }

    @Override
    public void handIn(long number, byte[] acknowledgement) throws IOException {
        steps.createFolders(outbox);
        new DurableFiles(steps).replace(outbox.resolve(BundleFiles.acknowledgement(number)), acknowledgement);
    }

    @Override
    public void done(long number) throws IOException {
        steps.delete(inbox.resolve(BundleFiles.note(number)));
        steps.delete(inbox.resolve(BundleFiles.proof(number)));
        steps.delete(inbox.resolve(BundleFiles.content(number)));
    }

    private static byte[] small(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(MOST_BYTES + 1);
        }
    }
}
