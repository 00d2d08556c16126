package court.interaction.search;

import court.interaction.search.SearchDesk.Where;
import court.interaction.stream.Entry;
import court.platform.security.Actor;
import court.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What stands in a room, found by time, kind, person and words. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class SearchController {

    private final SearchDesk desk;

    SearchController(SearchDesk desk) {
        this.desk = desk;
    }

    /**
     * Newest first. A page may hold fewer than asked for, even none, and still name a next one: as far as was looked.
     *
     * @param cursor {@code nextCursor} of the page before
     */
    @GetMapping("/search")
    Mono<Page<Entry>> search(
            Actor actor,
            @PathVariable UUID caseId,
            @ParameterObject Wanted wanted,
            @RequestParam(required = false) @Nullable String reader,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.search(actor, caseId, wanted, new Where(reader, cursor, Page.size(limit)));
    }
}
