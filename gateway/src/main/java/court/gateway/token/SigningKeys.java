package court.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import court.platform.vault.KeyPort;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The keys that sign platform tokens. The first gateway to start makes one; others starting at the same moment take it.
 * The private half lies wrapped in the database and is in the clear in memory only.
 */
final class SigningKeys {

    private final DatabaseClient database;
    private final KeyPort safe;
    private final Clock clock;

    SigningKeys(DatabaseClient database, KeyPort safe, Clock clock) {
        this.database = database;
        this.safe = safe;
        this.clock = clock;
    }

    private record Stored(String id, byte[] wrappedKey) {}

    /** The key that signs now, made when there is none yet. Two statements, so that the loser reads the winner's row. */
    Mono<ECKey> current() {
        return find().switchIfEmpty(Mono.defer(() -> offer().then(find())));
    }

    /** The public halves of all keys whose tokens may still be about. */
    Mono<List<JWK>> published() {
        return database.sql("select public_key from signing_key order by made_at")
                .mapValue(String.class)
                .all()
                .map(SigningKeys::parse)
                .cast(JWK.class)
                .collectList();
    }

    private Mono<ECKey> find() {
        return database.sql("select id, wrapped_key from signing_key where retired_at is null")
                .mapProperties(Stored.class)
                .one()
                .map(it -> parse(new String(safe.unwrap(it.wrappedKey(), context(it.id())), StandardCharsets.UTF_8)));
    }

    private Mono<Void> offer() {
        ECKey key = fresh();
        byte[] clear = key.toJSONString().getBytes(StandardCharsets.UTF_8);
        return database.sql("""
                        insert into signing_key (id, public_key, wrapped_key, made_at)
                        values (:id, :public, :wrapped, :now) on conflict do nothing""")
                .bind("id", key.getKeyID())
                .bind("public", key.toPublicJWK().toJSONString())
                .bind("wrapped", safe.wrap(clear, context(key.getKeyID())))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    private static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] context(String id) {
        return ("gateway signing key " + id).getBytes(StandardCharsets.UTF_8);
    }

    private static ECKey parse(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException broken) {
            throw new IllegalStateException("a signing key cannot be read", broken);
        }
    }
}
