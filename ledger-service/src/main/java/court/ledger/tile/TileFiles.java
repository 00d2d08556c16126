package court.ledger.tile;

import court.platform.files.DurableFiles;
import court.platform.files.DurableFolders;
import court.platform.files.FileSteps;
import court.platform.merkle.EntryBundle;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The tiles of the log in a folder that all instances share, under the names the world asks for them by. Blocking. */
@Component
public class TileFiles {

    private final Path root;
    private final FileSteps steps;
    private final DurableFiles files;
    private final DurableFolders folders;

    TileFiles(@Value("${court.ledger.tiles}") String root, FileSteps steps) {
        this.root = Path.of(root);
        this.steps = steps;
        this.files = new DurableFiles(steps);
        this.folders = new DurableFolders(steps, this.root);
    }

    /**
     * Keeps a file for ever; durable when this returns.
     *
     * @param path below the log's address
     * @return false when other bytes are kept under this name, which then stay
     */
    public boolean keep(String path, byte[] bytes) {
        try {
            List<String> names = List.of(path.split("/"));
            Path folder = folders.folder(names.subList(0, names.size() - 1).toArray(String[]::new));
            Path file = folder.resolve(names.getLast());
            return files.createOnce(file, bytes) || Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + path, e);
        }
    }

    /** The hashes of a tile, also of one that is full by now; empty when there is none. */
    public Optional<byte[]> hashes(Tile tile) {
        return find(tile.path())
                .or(() -> find(tile.full().path())
                        .map(it -> TileReader.bytes(
                                TileReader.hashes(tile.full(), it).subList(0, tile.width()))));
    }

    /** The entries behind a tile of level 0, in the same way. */
    Optional<byte[]> entries(Tile tile) {
        return find(tile.entriesPath())
                .or(() -> find(tile.full().entriesPath())
                        .map(it -> EntryBundle.bytes(
                                EntryBundle.entries(tile.full(), it).subList(0, tile.width()))));
    }

    private Optional<byte[]> find(String path) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Takes away what a tile was before it was full: it is cut out of the full one. */
    public void dropNarrower(String path) {
        Path folder = root.resolve(path + ".p");
        try (Stream<Path> narrower = Files.list(folder)) {
            for (Path file : narrower.toList()) {
                steps.delete(file);
            }
        } catch (NoSuchFileException | NotDirectoryException never) {
            return; // it grew at once
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take away " + folder, e);
        }
    }
}
