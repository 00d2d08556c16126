package court.deploy.simulators.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The books of one institution on disk: the whole of them or the whole of them as they were before. */
final class BookFile {

    private final Path folder;
    private final String name;
    private final JsonMapper json;

    BookFile(Path folder, String name, JsonMapper json) {
        this.folder = folder;
        this.name = name;
        this.json = json;
    }

    Optional<Book> read() {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(json.readValue(file, Book.class)) : Optional.empty();
    }

    /** On the disk when this returns: write beside, force, rename, force the folder. */
    void write(Book book) {
        Path draft = folder.resolve(name + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(book));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
                itself.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the books " + name, e);
        }
    }
}
