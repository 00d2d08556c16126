package court.platform.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The single steps of writing a file, one method each, so that a test can watch their order or let one fail. */
public class FileSteps {

    private static final FileAttribute<?>[] OWNERS_FILE = ownerOnly("rw-------");
    private static final FileAttribute<?>[] OWNERS_FOLDER = ownerOnly("rwx------");

    /** A new file only its owner may touch. */
    public FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(CREATE_NEW, WRITE, READ), OWNERS_FILE);
    }

    /** A file that may have been begun before, to go on with. */
    public FileChannel resume(Path file) throws IOException {
        return FileChannel.open(file, Set.of(CREATE, WRITE, READ), OWNERS_FILE);
    }

    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    /** Gives a file its name unless the name is taken; of several processes at once one wins. */
    public void link(Path from, Path to) throws IOException {
        Files.createLink(to, from);
    }

    /** Gives a file its name, replacing what had it, in one step. */
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    public boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    /** Makes the names in a folder durable; a file's own force does not. */
    public void forceDirectory(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    /** Creates the folders below {@code root} one by one, each durable before anything is put in. */
    public Path createFolders(Path root, String... names) throws IOException {
        createRoot(root.toAbsolutePath());
        Path folder = root;
        for (String name : names) {
            folder = createFolder(folder, folder.resolve(name));
        }
        return folder;
    }

    private void createRoot(Path root) throws IOException {
        Path parent = root.getParent();
        if (parent != null && !Files.isDirectory(root)) {
            createRoot(parent);
            createFolder(parent, root);
        }
    }

    private Path createFolder(Path parent, Path folder) throws IOException {
        try {
            Files.createDirectory(folder, OWNERS_FOLDER);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
        // also when it was there: another process may have made it and not synced it yet
        forceDirectory(parent);
        return folder;
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
