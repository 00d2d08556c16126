package court.platform.vault;

import java.util.UUID;

/** The answer when something is opened whose key was lawfully destroyed 依法删除. Not a fault: nothing is damaged. */
public final class KeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyDestroyed(UUID caseId, String owner) {
        super("key destroyed: case " + caseId + ", owner " + owner, null, false, false);
    }
}
