package court.archive.seal;

import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.signing.SigningKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** The key that seals packages; made at the very first start and kept for ever. */
@Component
@DependsOnDatabaseInitialization
public class SealKey {

    private static final String PURPOSE = "seal-signing-key";

    private final NoteSigner signer;

    SealKey(SigningKeys keys, @Value("${court.seal.origin}") String origin) {
        this.signer = keys.get(PURPOSE, origin);
    }

    NoteSigner signer() {
        return signer;
    }

    /** The public half: who holds it can check any package. */
    public NoteKey key() {
        return signer.key();
    }
}
