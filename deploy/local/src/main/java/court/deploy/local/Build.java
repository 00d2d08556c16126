package court.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the parts whose sources are newer than what was built of them. Nothing changed: nothing runs. */
final class Build {

    private final Programs programs;
    private final Path home;

    Build(Place place) {
        this.programs = new Programs(place);
        this.home = place.home();
    }

    List<Part> stale(Set<Part> parts) {
        return parts.stream().filter(Part::isService).filter(this::isStale).toList();
    }

    void run(List<Part> parts) {
        String modules =
                String.join(",", parts.stream().map(part -> part.module).toList());
        ProcessBuilder builder = new ProcessBuilder(
                "./mvnw", "-q", "-B", "package", "-DskipTests", "-Dspotless.check.skip", "-am", "-pl", modules);
        Shell.Result result = Shell.run(builder.directory(home.toFile()));
        if (result.exit() != 0) {
            throw new Failure("The build failed:\n" + result.output());
        }
    }

    private boolean isStale(Part part) {
        try {
            FileTime built = changed(programs.built(part));
            return sources(part).anyMatch(source -> isNewer(source, built));
        } catch (Failure notBuilt) {
            return true;
        }
    }

    // the jar's modification time is a fixed one, for builds that come out the same; its change of status is real
    private static FileTime changed(Path jar) {
        try {
            return (FileTime) Files.getAttribute(jar, "unix:ctime");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> sources(Part part) {
        Stream<String> own = Stream.of("pom.xml", part.module + "/pom.xml", part.module + "/src/main");
        boolean alone = part == Part.SIMULATORS;
        Stream<String> shared =
                alone ? Stream.of("deploy/pom.xml") : Stream.of("platform/pom.xml", "platform/src/main");
        return Stream.concat(own, shared).map(home::resolve);
    }

    private static boolean isNewer(Path source, FileTime built) {
        try (Stream<Path> files = Files.walk(source)) {
            return files.anyMatch(file -> modified(file).compareTo(built) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
