package court.filing.filing;

import court.filing.filing.DiscardedDrafts.Discarded;
import court.filing.filing.ReviewController.Reason;
import court.platform.web.Command;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Giving a filing up, over HTTP. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
class RetreatController {

    private final RetreatDesk desk;

    RetreatController(RetreatDesk desk) {
        this.desk = desk;
    }

    /** Throws a draft away 删除草稿. Doing it again answers the same. What reached the court is taken back instead. */
    @DeleteMapping
    Mono<Discarded> discard(Command command, @PathVariable UUID id) {
        return desk.discard(command, id);
    }

    /** Takes back, for a reason, what the court has not decided on 撤回申请: final, another filing may be made. */
    @PostMapping("/withdrawal")
    Mono<FilingSummary> withdraw(Command command, @PathVariable UUID id, @RequestBody Reason why) {
        return desk.withdraw(command, id, why.needed());
    }
}
