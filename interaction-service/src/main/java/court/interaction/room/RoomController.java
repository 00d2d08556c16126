package court.interaction.room;

import court.interaction.room.RoomDesk.Released;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cases and their rooms by HTTP. */
@RestController
@RequestMapping("/api/v1/cases")
class RoomController {

    private final RoomDesk desk;
    private final MyCases cases;

    RoomController(RoomDesk desk, MyCases cases) {
        this.desk = desk;
        this.cases = cases;
    }

    @GetMapping
    Mono<Page<MyCases.Line>> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return cases.list(actor, cursor, Page.size(limit));
    }

    @GetMapping("/{caseId}/room")
    Mono<RoomView> show(Actor actor, @PathVariable UUID caseId) {
        return desk.show(actor, caseId);
    }

    @PostMapping("/{caseId}/respondents/{partyId}/release")
    Mono<Released> release(Command command, @PathVariable UUID caseId, @PathVariable String partyId) {
        return desk.release(command, caseId, partyId);
    }
}
