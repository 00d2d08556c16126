package court.archive.sync;

import court.archive.sync.Bundles.Made;
import court.platform.blob.BlobStore;
import court.platform.bundle.BundleFiles;
import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The folder from which a one-way gate carries bundles over, and into which it puts what comes back. Each file appears
 * whole under its name and durable; the note comes last, so whoever sees it finds the others.
 */
@Component
class ExportFolder {

    private static final String BACK = "acks";

    private final BlobStore blobs;
    private final FileSteps steps;

    ExportFolder(BlobStore blobs, FileSteps steps) {
        this.blobs = blobs;
        this.steps = steps;
    }

    /** A note that came back into a court's folder. */
    record Returned(String court, Path file) {}

    /** Blocks until everything is on disk; files that lie there already are written anew. */
    void put(Path export, Made made) throws IOException {
        Path folder = steps.createFolders(export, made.court());
        Path draft = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            write(made, draft);
            steps.rename(draft, folder.resolve(BundleFiles.content(made.number())));
        } finally {
            steps.delete(draft);
        }
        steps.forceDirectory(folder);
        DurableFiles files = new DurableFiles(steps);
        files.replace(
                folder.resolve(BundleFiles.proof(made.number())), made.proof().getBytes(StandardCharsets.UTF_8));
        files.replace(folder.resolve(BundleFiles.note(made.number())), made.note());
    }

    private void write(Made made, Path draft) throws IOException {
        try (FileChannel channel = steps.create(draft)) {
            DataBufferUtils.write(bytes(made), channel)
                    .doOnNext(DataBufferUtils::release)
                    .blockLast();
            steps.force(channel);
        }
    }

    private Flux<DataBuffer> bytes(Made made) {
        return blobs.size(made.caseId(), made.sha256())
                .flatMapMany(size -> blobs.read(made.caseId(), made.sha256(), 0, size));
    }

    /** What came back for all courts, each court's in the order of its numbers. */
    List<Returned> returned(Path export) throws IOException {
        if (!Files.isDirectory(export)) {
            return List.of();
        }
        try (Stream<Path> courts = Files.list(export)) {
            return courts.filter(court -> Files.isDirectory(court.resolve(BACK)))
                    .flatMap(court -> returnedTo(court).stream())
                    .toList();
        }
    }

    private static List<Returned> returnedTo(Path court) {
        String[] names = court.resolve(BACK).toFile().list();
        return Stream.of(names == null ? new String[0] : names)
                .filter(name -> name.matches("acknowledgement-[0-9]{8,18}\\.note"))
                .sorted()
                .map(name -> new Returned(
                        String.valueOf(court.getFileName()), court.resolve(BACK).resolve(name)))
                .toList();
    }

    /** Takes away a note that was dealt with. */
    void done(Returned returned) throws IOException {
        steps.delete(returned.file());
    }

    /** Keeps a note that was refused where people can look at it. */
    void aside(Returned returned) throws IOException {
        Path refused = steps.createFolders(returned.file().resolveSibling("refused"));
        steps.rename(returned.file(), refused.resolve(returned.file().getFileName()));
        steps.forceDirectory(refused);
    }
}
