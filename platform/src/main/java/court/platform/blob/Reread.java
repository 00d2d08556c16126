package court.platform.blob;

import court.platform.model.Digests;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a stored file was read again from beginning to end.
 *
 * @param found fingerprints of what is there now; null when it could not be read to its end
 * @param where the stored file, below the blob folder, and what is wrong with it
 */
public record Reread(State state, @Nullable Digests found, String where) {

    public enum State {
        INTACT,
        DAMAGED,
        MISSING,
        /** Not damage: its key was destroyed by lawful deletion. */
        DELETED
    }
}
