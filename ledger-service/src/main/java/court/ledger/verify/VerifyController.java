package court.ledger.verify;

import court.ledger.verify.CaseVerification.Part;
import court.platform.security.Actor;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A case's leaves and their verification, for the people of the case. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "verification", description = "案件存证核验")
class VerifyController {

    private final CaseVerification verification;
    private final CaseLeafProofs proofs;

    VerifyController(CaseVerification verification, CaseLeafProofs proofs) {
        this.verification = verification;
        this.proofs = proofs;
    }

    @GetMapping("/leaves")
    @Operation(summary = "案件在账本中的各项", description = "法院人员见全部；当事人见发给本人的事实及其文件")
    Mono<Page<CaseLeaves.Listed>> leaves(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return verification.list(actor, id, new Part(after(cursor), Page.size(limit)));
    }

    @GetMapping(path = "/leaves/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "一项的证明文件", description = "本案一项事实或文件的可离线核验证明（C2SP tlog-proof，.tlog-proof），含见证")
    Mono<ResponseEntity<String>> proof(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable String index) {
        return proofs.proof(actor, id, place(index))
                .map(text -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + index + ".tlog-proof\"")
                        .body(text));
    }

    @GetMapping("/verification")
    @Operation(
            summary = "核验案件存证",
            description = "重新读取存储的字节，重算摘要，证明其在最新签名检查点内；可附此前保存的检查点（checkpoint 为整份 signed-note 的 Base64，"
                    + "或 size 与 root）以核对历史未被改写")
    Mono<CaseReport> verification(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @ParameterObject Kept kept,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return verification.verify(actor, id, kept, new Part(after(cursor), Page.size(limit)));
    }

    private static long place(String index) {
        if (!index.matches("[0-9]{1,18}")) {
            throw VerifyRefusal.LEAF_UNKNOWN.because();
        }
        return Long.parseLong(index);
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
        return Long.parseLong(cursor);
    }
}
