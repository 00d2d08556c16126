package court.ledger.audit;

import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the audit stands: for everybody in figures, for operations by name. */
@RestController
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
class AuditController {

    private static final int MOST = 1000;

    private final Findings findings;
    private final AuditFigures figures;

    AuditController(Findings findings, AuditFigures figures) {
        this.findings = findings;
        this.figures = figures;
    }

    /**
     * How the audit stands.
     *
     * @param running where this instance's walk is; absent between two walks
     * @param last the last complete walk of any instance; absent before the first
     */
    record Standing(AuditFigures.@Nullable Position running, Findings.@Nullable Pass last, String sentence) {

        static Standing of(AuditFigures.@Nullable Position running, Findings.@Nullable Pass last) {
            return new Standing(running, last, sentence(last));
        }

        private static String sentence(Findings.@Nullable Pass last) {
            if (last == null) {
                return "尚未完成第一遍全量复核。";
            }
            return last.findings() == 0
                    ? "最近一遍全量复核 %d 项，全部与记入时一致。".formatted(last.size())
                    : "最近一遍全量复核 %d 项，发现 %d 处与记入时不同，正在查处。".formatted(last.size(), last.findings());
        }
    }

    @GetMapping("/api/v1/ledger/audit")
    @Operation(summary = "持续复核的进度与结果", description = "从第一项到最新一项逐项重读、重算，与已签名的检查点比对")
    @SecurityRequirements
    Mono<Standing> standing() {
        return findings.last().map(last -> Standing.of(figures.position().orElse(null), last.orElse(null)));
    }

    @GetMapping("/api/v1/operations/ledger/findings")
    @Operation(summary = "复核发现的异常", description = "未消除的在前，新的在前；最多 1000 条。仅运维可见")
    Mono<Page<Findings.Finding>> findings(Actor actor) {
        actor.mustBe(Role.OPS);
        return findings.list(MOST).map(all -> new Page<>(all, null));
    }
}
