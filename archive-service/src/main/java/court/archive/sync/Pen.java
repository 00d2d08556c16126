package court.archive.sync;

import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.signing.SigningKeys;
import java.time.Clock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** What bundles are signed and dated with; the key is made at the first start and stays wrapped by the key port. */
@Component
@DependsOnDatabaseInitialization
class Pen {

    private final NoteSigner signer;
    private final Clock clock;

    Pen(SigningKeys keys, SyncSettings settings, Clock clock) {
        this.signer = keys.get("bundle-signing-key", settings.origin());
        this.clock = clock;
    }

    NoteSigner signer() {
        return signer;
    }

    NoteKey key() {
        return signer.key();
    }

    Clock clock() {
        return clock;
    }
}
