package court.ledger.tile;

import court.platform.files.FileSteps;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The published files, where something can happen just after the checkpoint was read and before whoever reads it has it. */
public final class OvertakenTiles extends TileFiles {

    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(NOTHING);

    public OvertakenTiles(Path folder) {
        super(folder.toString(), new FileSteps());
    }

    public void afterNextReading(Runnable what) {
        meanwhile.set(what);
    }

    @Override
    public Optional<String> shown() {
        Optional<String> read = super.shown();
        meanwhile.getAndSet(NOTHING).run();
        return read;
    }
}
