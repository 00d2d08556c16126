package court.platform.signing;

import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.note.Sm2;
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
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Keys that a service signs with (Ed25519 or SM2), one per purpose; each made at the very first start and kept for ever, its
 * secret half wrapped by the key port. They lie in the service's own table {@code signing_key}.
 *
 * <p>Instances that start at once all offer a fresh key; the one row that gets in is what each of them then reads.
 */
public final class SigningKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WriteUnit unit;
    private final DatabaseClient database;
    private final KeyPort safe;
    private final Clock clock;

    public SigningKeys(WriteUnit unit, DatabaseClient database, KeyPort safe, Clock clock) {
        this.unit = unit;
        this.database = database;
        this.safe = safe;
        this.clock = clock;
    }

    /** One key as it is stored, its secret half open. */
    private record Kept(String origin, byte[] publicKey, byte[] secret) {}

    /**
     * The Ed25519 key for this purpose. Blocks: for services that start.
     *
     * @param origin the key's name, fixed with it at the first start
     */
    public NoteSigner get(String purpose, String origin) {
        KeyPair pair = freshEd25519();
        return ed25519(kept(
                purpose,
                new Kept(
                        origin, pair.getPublic().getEncoded(), pair.getPrivate().getEncoded())));
    }

    /** The same as an SM2 key. */
    public NoteSigner getSm2(String purpose, String origin) {
        byte[] secret = Sm2.freshSecret();
        Kept kept = kept(purpose, new Kept(origin, Sm2.publicHalf(secret), secret));
        return NoteSigner.sm2(kept.origin(), kept.secret());
    }

    private Kept kept(String purpose, Kept fresh) {
        return Objects.requireNonNull(
                unit.run(() -> offer(purpose, fresh).then(stored(purpose))).block(PATIENCE));
    }

    private Mono<Long> offer(String purpose, Kept fresh) {
        return database.sql("""
                        insert into signing_key (purpose, origin, public_key, secret, created_at)
                        values (:purpose, :origin, :key, :secret, :now) on conflict do nothing""")
                .bind("purpose", purpose)
                .bind("origin", fresh.origin())
                .bind("key", fresh.publicKey())
                .bind("secret", safe.wrap(fresh.secret(), bytes(purpose)))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Kept> stored(String purpose) {
        return database.sql("select origin, public_key, secret from signing_key where purpose = :purpose")
                .bind("purpose", purpose)
                .map(row -> new Kept(
                        Objects.requireNonNull(row.get("origin", String.class)),
                        Objects.requireNonNull(row.get("public_key", byte[].class)),
                        safe.unwrap(Objects.requireNonNull(row.get("secret", byte[].class)), bytes(purpose))))
                .one();
    }

    private static NoteSigner ed25519(Kept kept) {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            NoteKey key = NoteKey.of(kept.origin(), keys.generatePublic(new X509EncodedKeySpec(kept.publicKey())));
            return new NoteSigner(key, keys.generatePrivate(new PKCS8EncodedKeySpec(kept.secret())));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("the key of " + kept.origin() + " cannot be read", unreadable);
        }
    }

    private static KeyPair freshEd25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    private static byte[] bytes(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }
}
