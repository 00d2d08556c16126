package court.ledger.coverage;

import court.platform.security.Actor;
import court.platform.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Operations and a court's supervisors see how much of what has to be on the chain is on it. */
@RestController
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
class CoverageController {

    private final CoverageMeasure measure;

    CoverageController(CoverageMeasure measure) {
        this.measure = measure;
    }

    /** Asks every speaker anew; 503 names the one that does not answer. */
    @GetMapping("/api/v1/operations/ledger/coverage")
    @Operation(
            summary = "上链覆盖",
            description = "法发〔2022〕16号第十一、十二条所列各项：各服务自己的记录中的行为数与其中在链的数目；未建（NOT_BUILT）的项目没有行为，不计为已覆盖")
    Mono<Coverage> coverage(Actor actor) {
        actor.mustBe(Role.OPS, Role.SUPERVISOR);
        return measure.measure();
    }
}
