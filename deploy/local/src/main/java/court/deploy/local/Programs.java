package court.deploy.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Copies of the built programs, as they run. Libraries that services share are one file, under a name that changes with
 * their content; so nothing that runs is ever overwritten, and memory holds them once.
 */
final class Programs {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final Place place;

    Programs(Place place) {
        this.place = place;
    }

    /** How to run one service. */
    record Runnable(String classPath, String main) {}

    Runnable unpack(Part part) throws IOException {
        try (JarFile jar = new JarFile(built(part).toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue("Start-Class");
            if (main == null) {
                throw new Failure(jar.getName() + " is no runnable program.");
            }
            List<String> classPath = new ArrayList<>();
            classPath.add(classes(jar, part).toString());
            for (JarEntry library : libraries(jar)) {
                classPath.add(library(jar, library).toString());
            }
            return new Runnable(String.join(File.pathSeparator, classPath), main);
        }
    }

    /** The class path of this very program, for the parts that come with it. */
    String own() throws IOException {
        List<String> classPath = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path file = Path.of(element);
            boolean copied = Files.isRegularFile(file) && !element.contains("postgres-binaries");
            classPath.add(copied ? copy(file).toString() : file.toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, classPath);
    }

    /** The jar that the build made for this part. */
    Path built(Part part) {
        Path target = place.home().resolve(part.module).resolve("target");
        String name = part.module.substring(part.module.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> new Failure(part.label() + " is not built: no jar in " + target));
        } catch (IOException e) {
            throw new Failure(part.label() + " is not built: " + target + " is missing", e);
        }
    }

    // folders too: Spring looks for its components by folder
    private Path classes(JarFile jar, Part part) throws IOException {
        Path draft = Files.createTempFile(place.apps(), part.label(), ".new");
        try (JarOutputStream copy = new JarOutputStream(Files.newOutputStream(draft))) {
            for (JarEntry entry : jar.stream().filter(Programs::isClasses).toList()) {
                copy.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                try (InputStream content = jar.getInputStream(entry)) {
                    content.transferTo(copy);
                }
            }
        }
        return move(draft, place.apps().resolve(part.label() + ".jar"));
    }

    private static boolean isClasses(JarEntry entry) {
        return entry.getName().startsWith(CLASSES) && !entry.getName().equals(CLASSES);
    }

    private Path library(JarFile jar, JarEntry entry) throws IOException {
        String name = entry.getName().substring(LIBRARIES.length());
        Path file = place.apps().resolve("%08x-%s".formatted(entry.getCrc(), name));
        if (!Files.exists(file)) {
            Path draft = Files.createTempFile(place.apps(), name, ".new");
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            move(draft, file);
        }
        return file;
    }

    private Path copy(Path file) throws IOException {
        String name = "%x-%x-%s"
                .formatted(Files.size(file), Files.getLastModifiedTime(file).toMillis(), file.getFileName());
        Path copied = place.apps().resolve(name);
        if (!Files.exists(copied)) {
            Path draft = Files.createTempFile(place.apps(), name, ".new");
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            move(draft, copied);
        }
        return copied;
    }

    private static Path move(Path draft, Path file) throws IOException {
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<JarEntry> libraries(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(LIBRARIES))
                .toList();
    }
}
