package court.ledger.witness;

import court.ledger.log.Publication;
import court.platform.note.NoteKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's key whose signature stands under a checkpoint. */
@RestController
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
@SecurityRequirements
class KeysController {

    private final Publication publication;
    private final Witnesses witnesses;

    KeysController(Publication publication, Witnesses witnesses) {
        this.publication = publication;
        this.witnesses = witnesses;
    }

    @GetMapping(path = "/api/v1/ledger/keys", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(
            summary = "全部验签公钥",
            description =
                    "每行为用途与 verifier key（name+id+base64）：ledger 为账本的 Ed25519，ledger-sm2 为账本的 SM2（0xff、SM2-SM3、65 字节公钥点），witness 为见证方")
    String keys() {
        return Stream.of(
                        Stream.of(line("ledger", publication.key()), line("ledger-sm2", publication.sm2Key())),
                        witnesses.keys().stream().map(it -> line("witness", it)))
                .flatMap(it -> it)
                .collect(Collectors.joining());
    }

    private static String line(String purpose, NoteKey key) {
        return purpose + " " + key.vkey() + "\n";
    }
}
