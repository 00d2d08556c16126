package court.ledger.log;

import court.platform.note.NoteSigner;
import court.platform.signing.SigningKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** The key that signs the log; made at the very first start and kept for ever. */
@Component
@DependsOnDatabaseInitialization
class LogKey {

    private static final String PURPOSE = "ledger-signing-key";

    private final NoteSigner signer;

    LogKey(SigningKeys keys, @Value("${court.ledger.origin}") String origin) {
        this.signer = keys.get(PURPOSE, origin);
    }

    NoteSigner signer() {
        return signer;
    }
}
