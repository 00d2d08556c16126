package court.interaction.safety;

import court.interaction.safety.ContentChecks.Seen;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What somebody outside thinks of what was said: for the case's own court staff. Empty where nobody is asked. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/content-checks")
class ContentCheckController {

    private static final UUID FIRST = new UUID(0, 0);

    private final Memberships memberships;
    private final ContentChecks checks;

    ContentCheckController(Memberships memberships, ContentChecks checks) {
        this.memberships = memberships;
        this.checks = checks;
    }

    @GetMapping
    Mono<Page<Seen>> page(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID after = after(cursor);
        int size = Page.size(limit);
        return memberships
                .get(actor, caseId)
                .filter(Membership::isCourt)
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(member -> checks.of(caseId, after, size + 1).collectList())
                .map(all -> Page.of(all, size, last -> last.messageId().toString()));
    }

    private static UUID after(@Nullable String cursor) {
        try {
            return cursor == null ? FIRST : UUID.fromString(cursor);
        } catch (IllegalArgumentException none) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
