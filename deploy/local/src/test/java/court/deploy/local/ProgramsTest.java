package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    private Path home;

    @Test
    void aServiceRunsFromCopiesAndSharesItsLibraries() throws IOException {
        Programs programs = programs();
        jar("ledger-service", "court.ledger.LedgerApplication");
        jar("archive-service", "court.archive.ArchiveApplication");

        Programs.Runnable ledger = programs.unpack(Part.LEDGER);
        Programs.Runnable archive = programs.unpack(Part.ARCHIVE);

        String[] ledgerPath = ledger.classPath().split(File.pathSeparator);
        String[] archivePath = archive.classPath().split(File.pathSeparator);
        assertThat(ledger.main()).isEqualTo("court.ledger.LedgerApplication");
        assertThat(ledgerPath[0]).endsWith("ledger.jar");
        assertThat(ledgerPath[1]).isEqualTo(archivePath[1]).endsWith("-shared-1.0.jar");
        assertThat(Path.of(ledgerPath[1])).hasContent("a library");
    }

    @Test
    void foldersAreKeptForSpringLooksForComponentsByFolder() throws IOException {
        Programs programs = programs();
        jar("ledger-service", "court.ledger.LedgerApplication");

        String classes = programs.unpack(Part.LEDGER).classPath().split(File.pathSeparator)[0];

        try (JarFile copy = new JarFile(classes)) {
            assertThat(copy.stream().map(JarEntry::getName)).contains("court/", "court/A.class");
        }
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        Programs programs = programs();

        assertThatThrownBy(() -> programs.unpack(Part.LEDGER))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ledger is not built");
    }

    private Programs programs() {
        Place place = new Place(home, home.resolve("data"), new Ports(0));
        place.create();
        return new Programs(place);
    }

    private void jar(String module, String main) throws IOException {
        Path target = Files.createDirectories(home.resolve(module).resolve("target"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", main);
        Path file = target.resolve(module + "-0.1.0-SNAPSHOT.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            entry(jar, "BOOT-INF/classes/", "");
            entry(jar, "BOOT-INF/classes/court/", "");
            entry(jar, "BOOT-INF/classes/court/A.class", main);
            entry(jar, "BOOT-INF/lib/shared-1.0.jar", "a library");
        }
    }

    private static void entry(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
