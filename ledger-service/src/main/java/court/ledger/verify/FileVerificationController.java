package court.ledger.verify;

import court.platform.model.Refused;
import court.platform.upload.FormBytes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Anybody may have a file judged, without a name and without a trace. */
@RestController
@RequestMapping("/api/v1/ledger/verify")
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
@SecurityRequirements
class FileVerificationController {

    /** When a place may be free again, in seconds. */
    private static final String SOON = "30";

    private final FileVerification verification;
    private final FewAtOnce fewAtOnce;

    FileVerificationController(FileVerification verification, FewAtOnce fewAtOnce) {
        this.verification = verification;
        this.fewAtOnce = fewAtOnce;
    }

    /** @param sha256 64 hexadecimal digits, large or small */
    record Asking(@Nullable String sha256) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "按摘要核验", description = "64 位十六进制 SHA-256，大小写均可；答复法官能读的结论、叶子、证明、检查点、见证与各项时间")
    Mono<Verdict> digest(@RequestBody Asking asking) {
        return verification.digest(asking.sha256());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "按文件核验",
            description =
                    "表单的 file 一项，至多 2 GB；边收边算摘要，不留存任何内容。更大的文件请在本机计算 SHA-256 后按摘要核验；同时核验的文件过多时答复 503 与 Retry-After")
    Mono<Verdict> file(@RequestBody Flux<PartEvent> parts, ServerHttpResponse response) {
        return fewAtOnce.run(() -> verification.file(FormBytes.of(parts))).doOnError(Refused.class, refused -> {
            if (refused.refusal() == VerifyRefusal.TOO_MANY_AT_ONCE) {
                response.getHeaders().set(HttpHeaders.RETRY_AFTER, SOON);
            }
        });
    }
}
