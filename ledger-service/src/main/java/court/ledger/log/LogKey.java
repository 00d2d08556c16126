package court.ledger.log;

import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import court.platform.signing.SigningKeys;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** The keys that sign the log, one of each algorithm; made at the very first start and kept for ever. */
@Component
@DependsOnDatabaseInitialization
class LogKey {

    private static final String PURPOSE = "ledger-signing-key";
    private static final String SM2_PURPOSE = "ledger-signing-key-sm2";

    private final NoteSigner signer;
    private final NoteSigner sm2;

    LogKey(SigningKeys keys, @Value("${court.ledger.origin}") String origin) {
        this.signer = keys.get(PURPOSE, origin);
        this.sm2 = keys.getSm2(SM2_PURPOSE, origin);
    }

    /** Ed25519: what the world checks. */
    NoteKey key() {
        return signer.key();
    }

    /** SM2: what the law of commercial cryptography asks for. */
    NoteKey sm2Key() {
        return sm2.key();
    }

    /** Whoever may have signed a checkpoint of ours; those from before SM2 have one signature. */
    List<NoteKey> keys() {
        return List.of(signer.key(), sm2.key());
    }

    String origin() {
        return signer.key().name();
    }

    /** The text with both signatures under it. */
    SignedNote sign(String text) {
        return SignedNote.sign(text, signer, sm2);
    }
}
