package court.interaction.member;

import court.interaction.member.MemberDesk.Decided;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The members of a case by HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class MemberController {

    private final MemberDesk desk;
    private final CaseMembers members;

    MemberController(MemberDesk desk, CaseMembers members) {
        this.desk = desk;
        this.members = members;
    }

    /** Somebody of the same court's staff. */
    record Assistant(@Nullable String staffId) {}

    /**
     * A judge of the same court.
     *
     * @param from first day, Asia/Shanghai
     * @param until last day
     */
    record Deputy(
            @Nullable String staffId,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** Why something is decided so: 1 to 500 characters. */
    record Because(@Nullable String reason) {}

    @GetMapping("/members")
    Mono<MemberList> list(Actor actor, @PathVariable UUID caseId) {
        return members.list(actor, caseId);
    }

    @PostMapping("/assistants")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Decided> addAssistant(Command command, @PathVariable UUID caseId, @RequestBody Assistant assistant) {
        return desk.addAssistant(command, caseId, assistant.staffId());
    }

    @PostMapping("/assistants/{staffId}/removal")
    Mono<Decided> removeAssistant(Command command, @PathVariable UUID caseId, @PathVariable String staffId) {
        return desk.removeAssistant(command, caseId, staffId);
    }

    @PostMapping("/deputy")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Decided> nameDeputy(Command command, @PathVariable UUID caseId, @RequestBody Deputy deputy) {
        return desk.nameDeputy(command, caseId, deputy.staffId(), deputy.from(), deputy.until());
    }

    @PostMapping("/deputy/end")
    Mono<Decided> endDeputy(Command command, @PathVariable UUID caseId) {
        return desk.endDeputy(command, caseId);
    }

    @PostMapping("/members/{memberId}/suspension")
    Mono<Decided> suspend(
            Command command, @PathVariable UUID caseId, @PathVariable String memberId, @RequestBody Because because) {
        return desk.suspend(command, caseId, memberId, because.reason());
    }

    @PostMapping("/members/{memberId}/restoration")
    Mono<Decided> restore(
            Command command, @PathVariable UUID caseId, @PathVariable String memberId, @RequestBody Because because) {
        return desk.restore(command, caseId, memberId, because.reason());
    }
}
