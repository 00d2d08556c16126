package court.archive.sync;

import court.archive.seal.SealKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody which keys this archive signs with. */
@RestController
class KeysController {

    private final SealKey seal;
    private final Pen pen;

    KeysController(SealKey seal, Pen pen) {
        this.seal = seal;
        this.pen = pen;
    }

    @GetMapping(path = "/api/v1/bundles/keys", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "验签公钥", description = "每行一把：用途（seal 封卷、bundles 数据包）与 C2SP verifier key")
    @Tag(name = "bundles")
    @SecurityRequirements
    String keys() {
        return "seal " + seal.key().vkey() + "\nbundles " + pen.key().vkey() + "\n";
    }
}
