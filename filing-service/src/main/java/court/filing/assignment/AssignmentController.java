package court.filing.assignment;

import court.filing.assignment.AssignmentRequests.Decision;
import court.filing.assignment.AssignmentRequests.Reassignment;
import court.filing.assignment.AssignmentRequests.RecusalWish;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who has a case, over HTTP. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
class AssignmentController {

    private final AssignmentDesk desk;

    AssignmentController(AssignmentDesk desk) {
        this.desk = desk;
    }

    /** Every judge the case had, and whether each draw gives the same judge when it is done again. */
    @GetMapping("/assignment")
    Mono<AssignmentView> assignment(Actor actor, @PathVariable UUID id) {
        return desk.get(actor, id);
    }

    /** Another judge 重新分案: named, or drawn without the former. {@code If-Match} is the assignment's. */
    @PostMapping("/reassignment")
    Mono<AssignmentSummary> reassign(Command command, @PathVariable UUID id, @RequestBody Reassignment wanted) {
        return desk.reassign(command, id, wanted.checked());
    }

    /** The judge asks to be taken off the case 自行回避. */
    @PostMapping("/recusal")
    Mono<AssignmentSummary> askRecusal(Command command, @PathVariable UUID id, @RequestBody RecusalWish wish) {
        return desk.askRecusal(command, id, wish);
    }

    /** The supervisor's decision 回避决定; granted, another judge is drawn at once. */
    @PostMapping("/recusal/decision")
    Mono<AssignmentSummary> decide(Command command, @PathVariable UUID id, @RequestBody Decision decision) {
        return desk.decide(command, id, decision);
    }
}
