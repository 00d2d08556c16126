package court.ledger.log;

import court.platform.vault.KeyPort;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger's own mark on a row: HMAC-SHA256 over its columns in JSON. Whoever holds the database and not the key port
 * cannot change a time of receipt unnoticed. The key is asked for once, so a safe that is far away costs nothing per row.
 */
@Component
public class RowSeal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    RowSeal(KeyPort safe) {
        this.key = new SecretKeySpec(safe.mac("ledger-row", "1".getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    /** Over a row, whose kind is part of what is covered. */
    byte[] of(Record row) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(row.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(JSON.writeValueAsBytes(row));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** Whether the row is as it was written; one without a seal is not. */
    public boolean holds(Record row, byte @Nullable [] seal) {
        return seal != null && MessageDigest.isEqual(of(row), seal);
    }
}
