package court.filing.assignment;

import court.filing.assignment.AssignmentRows.Search;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who has which case of a court, for its supervisor. */
@RestController
@RequestMapping("/api/v1/filings/assignments")
class CourtAssignmentsController {

    private final AssignmentRows rows;

    CourtAssignmentsController(AssignmentRows rows) {
        this.rows = rows;
    }

    /** Oldest case first; {@code recusal=true} for those that wait for a decision, {@code judgeId} for one judge's. */
    @GetMapping
    Mono<Page<AssignmentSummary>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Boolean recusal,
            @RequestParam(required = false) @Nullable String judgeId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.mustBe(Role.SUPERVISOR);
        if (actor.court() == null) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        int size = Page.size(limit);
        return rows.list(new Search(actor.court(), Boolean.TRUE.equals(recusal), judgeId), cursor(cursor), size + 1)
                .map(AssignmentSummary::of)
                .collectList()
                .map(all -> Page.of(all, size, it -> it.filingId().toString()));
    }

    private static @Nullable UUID cursor(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
