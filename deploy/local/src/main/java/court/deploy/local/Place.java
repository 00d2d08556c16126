package court.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one platform lives.
 *
 * @param home the checkout it is built from
 * @param data the folder that holds everything it keeps; readable by its owner only
 */
record Place(Path home, Path data, Ports ports) {

    static Place of(Path data, int offset) {
        return new Place(findHome(), data.toAbsolutePath().normalize(), new Ports(offset));
    }

    /** The checkout: told by the scripts, else the nearest folder above that has the Maven wrapper. */
    static Path findHome() {
        String told = System.getenv("COURT_HOME");
        Path here = Path.of(told == null ? "" : told).toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("deploy/local"))) {
                return folder;
            }
        }
        throw new Failure("Not inside a checkout of the platform: " + here);
    }

    void create() {
        try {
            Private.folder(data);
            for (Path folder : List.of(logs(), run(), keys(), blobs(), calendar(), apps())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + data, e);
        }
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path run() {
        return data.resolve("run");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path blobs() {
        return data.resolve("blobs");
    }

    /** Announcements of public holidays that all services read, besides those they were built with. */
    Path calendar() {
        return data.resolve("calendar");
    }

    /** Programs as they run: copies, so that a build meanwhile does not pull them from under a running process. */
    Path apps() {
        return data.resolve("apps");
    }

    Path demo(String file) {
        return home.resolve("deploy/local/demo").resolve(file);
    }

    Path clockOffset() {
        return data.resolve("clock-offset");
    }

    Secrets secrets() {
        return new Secrets(data.resolve("secrets"));
    }

    Statuses statuses() {
        return new Statuses(run());
    }
}
