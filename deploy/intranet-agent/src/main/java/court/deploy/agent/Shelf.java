package court.deploy.agent;

import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where packages lie for good. A folder gets its name in one step, when everything in it is on disk; the package itself is
 * a second name of the downloaded file, so nothing is copied and nothing is gone when it is cut short.
 */
final class Shelf {

    private final FileSteps steps;

    Shelf(FileSteps steps) {
        this.steps = steps;
    }

    /**
     * What is put there.
     *
     * @param reason why it is refused; absent for what is received
     */
    record Parcel(
            Path zip, byte[] proof, byte[] note, @Nullable String reason) {

        Parcel because(String why) {
            return new Parcel(zip, proof, note, why);
        }
    }

    /** Puts a parcel there; once more changes nothing. */
    void put(Path root, String folder, Parcel parcel) throws IOException {
        steps.createFolders(root);
        Path place = root.resolve(folder);
        if (Files.isDirectory(place)) {
            steps.forceDirectory(root);
            return;
        }
        Path draft = root.resolve("." + folder + ".incoming");
        empty(draft);
        steps.createFolders(root, String.valueOf(draft.getFileName()));
        steps.link(parcel.zip(), draft.resolve("package.zip"));
        DurableFiles files = new DurableFiles(steps);
        files.replace(draft.resolve("package.tlog-proof"), parcel.proof());
        files.replace(draft.resolve("bundle.note"), parcel.note());
        String reason = parcel.reason();
        if (reason != null) {
            files.replace(draft.resolve("reason.txt"), (reason + "\n").getBytes(StandardCharsets.UTF_8));
        }
        steps.rename(draft, place);
        steps.forceDirectory(root);
    }

    private void empty(Path draft) throws IOException {
        if (!Files.isDirectory(draft)) {
            return;
        }
        try (Stream<Path> left = Files.list(draft)) {
            List<Path> files = left.toList();
            for (Path file : files) {
                steps.delete(file);
            }
        }
        steps.delete(draft);
    }
}
