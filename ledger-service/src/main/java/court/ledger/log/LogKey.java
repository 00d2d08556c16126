package court.ledger.log;

import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.outbox.WriteUnit;
import court.platform.vault.KeyPort;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The key that signs the log; made at the very first start and kept for ever, its secret half wrapped by the key port.
 *
 * <p>Instances that start at once all offer a fresh key; the one row that gets in is what each of them then reads.
 */
@Component
@DependsOnDatabaseInitialization
class LogKey {

    private static final byte[] PURPOSE = "ledger-signing-key".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient database;
    private final KeyPort safe;
    private final NoteSigner signer;

    LogKey(
            WriteUnit unit,
            DatabaseClient database,
            KeyPort safe,
            Clock clock,
            @Value("${court.ledger.origin}") String origin) {
        this.database = database;
        this.safe = safe;
        this.signer = Objects.requireNonNull(
                unit.run(() -> offer(origin, clock).then(stored())).block(PATIENCE));
    }

    NoteSigner signer() {
        return signer;
    }

    private Mono<Long> offer(String origin, Clock clock) {
        KeyPair fresh = fresh();
        return database.sql("""
                        insert into signing_key (origin, public_key, secret, created_at)
                        values (:origin, :key, :secret, :now) on conflict do nothing""")
                .bind("origin", origin)
                .bind("key", fresh.getPublic().getEncoded())
                .bind("secret", safe.wrap(fresh.getPrivate().getEncoded(), PURPOSE))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated();
    }

    private Mono<NoteSigner> stored() {
        return database.sql("select origin, public_key, secret from signing_key")
                .map(row -> signer(
                        Objects.requireNonNull(row.get("origin", String.class)),
                        Objects.requireNonNull(row.get("public_key", byte[].class)),
                        Objects.requireNonNull(row.get("secret", byte[].class))))
                .one();
    }

    private NoteSigner signer(String origin, byte[] publicKey, byte[] wrapped) {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            NoteKey key = NoteKey.of(origin, keys.generatePublic(new X509EncodedKeySpec(publicKey)));
            return new NoteSigner(key, keys.generatePrivate(new PKCS8EncodedKeySpec(safe.unwrap(wrapped, PURPOSE))));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("the log's key cannot be read", unreadable);
        }
    }

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }
}
