package court.ledger.log;

import court.ledger.log.ProofDesk.Consistency;
import court.ledger.log.ProofDesk.Inclusion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The log's open side: anybody may check it, without a token. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
@SecurityRequirements
class LedgerController {

    private final ProofDesk desk;
    private final LeafProofs proofs;

    LedgerController(ProofDesk desk, LeafProofs proofs) {
        this.desk = desk;
        this.proofs = proofs;
    }

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "最新检查点", description = "C2SP signed-note / tlog-checkpoint")
    Mono<String> checkpoint() {
        return desk.checkpoint();
    }

    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "验签公钥", description = "C2SP signed-note verifier key: name+id+base64(0x01 || Ed25519)")
    String key() {
        return desk.key() + "\n";
    }

    @GetMapping("/inclusion")
    @Operation(summary = "包含证明", description = "RFC 9162 §2.1.3")
    Mono<Inclusion> inclusion(@RequestParam String index, @RequestParam String size) {
        return desk.inclusion(number("index", index), number("size", size));
    }

    @GetMapping("/consistency")
    @Operation(summary = "一致性证明", description = "RFC 9162 §2.1.4")
    Mono<Consistency> consistency(@RequestParam String from, @RequestParam String to) {
        return desk.consistency(number("from", from), number("to", to));
    }

    @GetMapping("/files/{sha256}")
    @Operation(summary = "按文件摘要核验", description = "持有文件或事实原文者以其 SHA-256 值取得叶子、证明、见证与各项时间")
    Mono<LeafProofs.Told> file(@PathVariable String sha256) {
        return known(sha256).map(LeafProofs.Proven::told);
    }

    @GetMapping(path = "/files/{sha256}/proof", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "可离线核验的证明文件", description = "C2SP tlog-proof；extra 行为叶子的原文")
    Mono<String> proof(@PathVariable String sha256) {
        return known(sha256).map(LeafProofs.Proven::file);
    }

    private Mono<LeafProofs.Proven> known(String sha256) {
        return proofs.find(digest(sha256)).switchIfEmpty(Mono.error(ProofRefusal.FILE_UNKNOWN::because));
    }

    private static String digest(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw ProofRefusal.NOT_A_DIGEST.because();
        }
        return sha256;
    }

    private static long number(String name, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw ProofRefusal.NOT_A_NUMBER.because(name);
        }
        return Long.parseLong(text);
    }
}
