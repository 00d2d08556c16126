package court.deploy.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What is known about each part, kept in small files so that every command sees the same. */
final class Statuses {

    /** The process that watches all others, listed like a part. */
    static final String SUPERVISOR = "supervisor";

    private final Path folder;

    Statuses(Path folder) {
        this.folder = folder;
    }

    Status get(Part part) {
        return get(part.label());
    }

    Status get(String name) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file(name))) {
            kept.load(reader);
        } catch (NoSuchFileException neverStarted) {
            return Status.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(name), e);
        }
        return new Status(
                Status.State.valueOf(kept.getProperty("state")),
                process(kept),
                Long.parseLong(kept.getProperty("took")),
                Integer.parseInt(kept.getProperty("restarts")),
                kept.getProperty("failure"));
    }

    void put(Part part, Status status) {
        put(part.label(), status);
    }

    void put(String name, Status status) {
        Properties kept = new Properties();
        kept.setProperty("state", status.state().name());
        kept.setProperty("took", Long.toString(status.tookMillis()));
        kept.setProperty("restarts", Integer.toString(status.restarts()));
        kept.setProperty("failure", status.failure());
        RunningProcess process = status.process();
        if (process != null) {
            kept.setProperty("pid", Long.toString(process.pid()));
            kept.setProperty("born", process.born());
        }
        StringWriter text = new StringWriter();
        try {
            kept.store(text, null);
            Private.write(file(name), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(name), e);
        }
    }

    private static @Nullable RunningProcess process(Properties kept) {
        String pid = kept.getProperty("pid");
        return pid == null ? null : new RunningProcess(Long.parseLong(pid), kept.getProperty("born"));
    }

    private Path file(String name) {
        return folder.resolve(name + ".properties");
    }
}
