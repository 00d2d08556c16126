package court.platform.vault;

import org.jspecify.annotations.Nullable;

/** A sealed value cannot be opened: it was changed, it stands in the wrong place, or its key is lost. Never shown to people. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
