package court.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Starts all parts and starts again whichever dies. When it dies itself, the parts go on. */
final class Supervisor implements AutoCloseable {

    private final Map<Part, Watch> watches = new EnumMap<>(Part.class);
    private final Map<Part, Thread> threads = new EnumMap<>(Part.class);
    private final FileChannel lockFile;

    private Supervisor(Place place, Set<Part> parts, FileChannel lockFile) {
        this.lockFile = lockFile;
        for (Part part : parts) {
            watches.put(part, new Watch(part, place, () -> part.needs().stream().allMatch(this::ready)));
        }
    }

    /** Takes charge of this place, or refuses when another supervisor has it. */
    static Supervisor start(Place place, Set<Part> parts) {
        FileChannel file = lock(place);
        Supervisor supervisor = new Supervisor(place, parts, file);
        Status self = new Status(
                Status.State.READY, RunningProcess.of(ProcessHandle.current().pid()), 0, 0, "");
        place.statuses().put(Statuses.SUPERVISOR, self);
        supervisor.watches.forEach((part, watch) -> supervisor.threads.put(
                part, Thread.ofPlatform().daemon().name(part.label()).start(watch)));
        return supervisor;
    }

    private static FileChannel lock(Place place) {
        try {
            FileChannel file =
                    FileChannel.open(place.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() != null) {
                return file;
            }
            throw new Failure("Another supervisor already looks after " + place.data());
        } catch (OverlappingFileLockException oursInThisProcess) {
            throw new Failure("Another supervisor already looks after " + place.data(), oursInThisProcess);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + place.run(), e);
        }
    }

    /** Parts that are left out are taken as given. */
    private boolean ready(Part part) {
        Watch watch = watches.get(part);
        return watch == null || watch.status().ready();
    }

    Watch watch(Part part) {
        Watch watch = watches.get(part);
        if (watch == null) {
            throw new Failure(part.label() + " is not among the parts started here.");
        }
        return watch;
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads.values()) {
            thread.join();
        }
    }

    /** Watches no longer. Nothing is stopped by this. */
    @Override
    public void close() {
        watches.values().forEach(Watch::end);
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
