package court.ledger.restore;

import court.ledger.restore.RestorationDesk.Done;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** After a backup of the ledger's database was put back. For operations. */
@RestController
@RequestMapping("/api/v1/operations/ledger/restorations")
@Tag(name = "ledger", description = "区块链存证：公开的检查点与证明")
class RestorationController {

    private static final int LONGEST = 500;

    private final RestorationDesk desk;
    private final Restorations restorations;

    RestorationController(RestorationDesk desk, Restorations restorations) {
        this.desk = desk;
        this.restorations = restorations;
    }

    /** @param reason one line, up to 500 characters */
    record Wanted(@Nullable String reason) {

        String line() {
            if (reason == null
                    || reason.isBlank()
                    || reason.length() > LONGEST
                    || reason.chars().anyMatch(it -> it < ' ')) {
                throw RestorationRefusal.NO_REASON.because();
            }
            return reason.strip();
        }
    }

    /**
     * One that was done.
     *
     * @param statement signed by the log; what a witness is told
     */
    record Listed(UUID id, Instant restoredAt, String restoredBy, String statement, List<Heard> witnesses) {}

    /** That a witness took note of it, or what it holds against it. */
    record Heard(String witness, String answer, Instant at) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "从备份恢复账本数据库之后补齐", description = "以公布的日志文件把数据库补到已公布的最新一项，记入账本并告知见证方；随后自动重听全部事实。仅运维可用")
    Mono<Done> restore(Command command, @RequestBody Wanted wanted) {
        command.actor().mustBe(Role.OPS);
        return desk.restore(command, wanted.line());
    }

    @GetMapping
    @Operation(summary = "历次恢复及见证方的答复", description = "新的在前。仅运维可见")
    Mono<Page<Listed>> list(Actor actor) {
        actor.mustBe(Role.OPS);
        return restorations
                .all()
                .flatMap(rows -> restorations
                        .told()
                        .map(told -> new Page<>(
                                rows.stream()
                                        .map(row -> new Listed(
                                                row.id(),
                                                row.restoredAt(),
                                                row.restoredBy(),
                                                row.statement(),
                                                told.stream()
                                                        .filter(it -> it.id().equals(row.id()))
                                                        .map(it -> new Heard(it.witness(), it.answer(), it.toldAt()))
                                                        .toList()))
                                        .toList(),
                                null)));
    }
}
