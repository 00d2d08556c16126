package court.ledger.tile;

import court.platform.files.DurableFiles;
import court.platform.files.DurableFolders;
import court.platform.files.FileSteps;
import court.platform.merkle.EntryBundle;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** Where c2sp.org/tlog-tiles looks for it. */
    public static final String CHECKPOINT = "checkpoint";

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
    public Optional<byte[]> entries(Tile tile) {
        return find(tile.entriesPath())
                .or(() -> find(tile.full().entriesPath())
                        .map(it -> EntryBundle.bytes(
                                EntryBundle.entries(tile.full(), it).subList(0, tile.width()))));
    }

    /** Puts the newest checkpoint beside its tiles, so that the folder is a log of its own; durable when this returns. */
    public void show(String note) {
        try {
            files.replace(folders.folder().resolve(CHECKPOINT), note.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + CHECKPOINT, e);
        }
    }

    /** The checkpoint that was put there last; empty when there is none. */
    public Optional<String> shown() {
        return find(CHECKPOINT).map(it -> new String(it, StandardCharsets.UTF_8));
    }

    /** Every file, as the world asks for it; one that is being written this moment is left out. */
    public List<String> paths() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(it -> root.relativize(it).toString())
                    .filter(it -> !it.endsWith(".tmp"))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** The exact bytes of one of the files; empty when it is gone by now. */
    public Optional<byte[]> find(String path) {
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
