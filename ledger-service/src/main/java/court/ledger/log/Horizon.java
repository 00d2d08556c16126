package court.ledger.log;

import court.ledger.tile.TileFiles;
import court.platform.note.NoteRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The largest tree that is known from outside the database: from the checkpoint beside the tiles, from this process itself. A
 * database that holds less was set back 回滚; leaves added to it would begin another history.
 */
@Component
public class Horizon {

    private static final Logger LOG = LoggerFactory.getLogger(Horizon.class);

    private Seen furthest = new Seen(0, "nobody");

    private record Seen(long size, String by) {}

    Horizon(TileFiles tiles, Checkpoints checkpoints) {
        tiles.shown().ifPresent(note -> saw(checkpoints, note, "the checkpoint beside the tiles"));
    }

    private void saw(Checkpoints checkpoints, String note, String by) {
        try {
            saw(checkpoints.open(note).head().size(), by);
        } catch (NoteRejected changed) {
            LOG.error("{} is not one of this log: {}", by, changed.getMessage());
        }
    }

    /** @param by who can show a checkpoint of ours over a tree of this size; for the log */
    synchronized void saw(long size, String by) {
        if (size > furthest.size()) {
            furthest = new Seen(size, by);
        }
    }

    /** How many leaves the database must have at least. */
    public synchronized long size() {
        return furthest.size();
    }

    synchronized void require(long size) {
        if (size < furthest.size()) {
            throw new HistoryChanged("the database has %d leaves, %s has %d: it was set back and has to be restored"
                    .formatted(size, furthest.by(), furthest.size()));
        }
    }
}
