package court.deploy.agent;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Steps on the disk that end in the middle when the fuse blows: every odd one before it is done, every even one after.
 * Nothing is forced to the disk: a test that kills at hundreds of steps would wait for minutes.
 */
final class FusedSteps extends FileSteps {

    private final Fuse fuse;

    FusedSteps(Fuse fuse) {
        this.fuse = fuse;
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T step(Step<T> step) throws IOException {
        fuse.check();
        if (fuse.blowsNow()) {
            if (fuse.steps() % 2 == 0) {
                step.run();
            }
            fuse.check();
        }
        return step.run();
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        return step(() -> super.create(file));
    }

    @Override
    public FileChannel resume(Path file) throws IOException {
        return step(() -> super.resume(file));
    }

    /** Half of the bytes are on the disk when it ends here. */
    @Override
    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        fuse.check();
        if (fuse.blowsNow()) {
            super.write(channel, bytes.slice(bytes.position(), bytes.remaining() / 2));
            fuse.check();
        }
        super.write(channel, bytes);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        step(() -> true);
    }

    @Override
    public void link(Path from, Path to) throws IOException {
        step(() -> {
            super.link(from, to);
            return true;
        });
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(() -> {
            super.rename(from, to);
            return true;
        });
    }

    @Override
    public boolean delete(Path file) throws IOException {
        return step(() -> super.delete(file));
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        step(() -> true);
    }
}
