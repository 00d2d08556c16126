package court.archive.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where packages are made, each in a folder of its own. What lies there is clear text until it is taken away. */
@Component
class WorkFolders {

    private final Path root;

    WorkFolders(@Value("${court.seal.work}") String root) {
        this.root = Path.of(root);
    }

    /** Empty, whatever a crash has left in it. */
    Path fresh(UUID packageId) throws IOException {
        remove(packageId);
        return Files.createDirectories(root.resolve(packageId.toString()));
    }

    Path of(UUID packageId) {
        return root.resolve(packageId.toString());
    }

    void remove(UUID packageId) throws IOException {
        Path folder = of(packageId);
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(folder)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }
}
