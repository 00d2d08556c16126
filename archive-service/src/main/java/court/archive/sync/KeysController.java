package court.archive.sync;

import court.platform.note.NoteKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells anybody which keys this archive signs with. What each is for is the last part of its name. */
@RestController
class KeysController {

    private final DatabaseClient database;

    KeysController(DatabaseClient database) {
        this.database = database;
    }

    @GetMapping(path = "/api/v1/bundles/keys", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "验签公钥", description = "每行一把：用途（seal 封卷、bundles 数据包）与 C2SP verifier key")
    @Tag(name = "bundles")
    @SecurityRequirements
    Mono<String> keys() {
        return database.sql("select origin, public_key from signing_key order by origin")
                .map(row -> line(
                        Objects.requireNonNull(row.get("origin", String.class)),
                        Objects.requireNonNull(row.get("public_key", byte[].class))))
                .all()
                .collect(Collectors.joining());
    }

    private static String line(String origin, byte[] encoded) {
        try {
            NoteKey key = NoteKey.of(
                    origin, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            return origin.substring(origin.lastIndexOf('/') + 1) + " " + key.vkey() + "\n";
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("the key of " + origin + " cannot be read", unreadable);
        }
    }
}
