package court.asset.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs what the court asks, so that an institution knows who is asking. */
@Component
class CourtSeal {

    private final PrivateKey key;

    CourtSeal(@Value("${court.institutions.court-key}") Path pem) {
        try {
            key = Ed25519.privateKey(Files.readString(pem));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String sign(byte[] bytes) {
        return Ed25519.sign(key, bytes);
    }
}
