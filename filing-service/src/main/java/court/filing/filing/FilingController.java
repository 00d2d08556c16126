package court.filing.filing;

import court.filing.filing.Filings.Stored;
import court.platform.contract.FilingEvent.Missing;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import court.platform.web.Views;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Filings over HTTP. */
@RestController
@RequestMapping("/api/v1/filings")
class FilingController {

    private static final Set<String> STATES = Set.of("DRAFT", "RETURNED", "SUBMITTED", "ACCEPTED");

    private final FilingDesk desk;
    private final Filings filings;
    private final FilingRows rows;
    private final Views views;
    private final JsonMapper json;

    FilingController(FilingDesk desk, Filings filings, FilingRows rows, Views views, JsonMapper json) {
        this.desk = desk;
        this.filings = filings;
        this.rows = rows;
        this.views = views;
        this.json = json;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FilingSummary> open(Command command, @RequestBody ApplicationForm form) {
        return desk.open(command, form);
    }

    @PutMapping("/{id}")
    Mono<FilingSummary> fill(Command command, @PathVariable UUID id, @RequestBody ApplicationForm form) {
        return desk.fill(command, id, form);
    }

    @PostMapping("/{id}/submission")
    Mono<FilingSummary> submit(Command command, @PathVariable UUID id) {
        return desk.submit(command, id);
    }

    /**
     * A correction notice 补正通知.
     *
     * @param missing everything that is missing, once
     * @param days to answer, 1 to 30
     * @param againReason when it was returned before (rule RF2)
     */
    record CorrectionNotice(
            @Nullable List<Missing> missing,
            @Nullable Integer days,
            @Nullable String againReason) {

        List<Missing> named() {
            if (missing == null
                    || missing.isEmpty()
                    || missing.stream().anyMatch(it -> blank(it.item()) || blank(it.reason()))) {
                throw FilingRefusal.NOTHING_MISSING.because();
            }
            return missing;
        }

        int term() {
            if (days == null || days < 1 || days > 30) {
                throw FilingRefusal.DAYS_OUT_OF_RANGE.because();
            }
            return days;
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank() || text.length() > 500;
        }
    }

    @PostMapping("/{id}/correction")
    Mono<FilingSummary> giveBack(Command command, @PathVariable UUID id, @RequestBody CorrectionNotice notice) {
        return desk.giveBack(command, id, notice.named(), notice.term(), notice.againReason());
    }

    @PostMapping("/{id}/acceptance")
    Mono<FilingSummary> accept(Command command, @PathVariable UUID id) {
        return desk.accept(command, id);
    }

    /** One filing; a view by the court is put on record first. */
    @GetMapping("/{id}")
    Mono<FilingView> get(Actor actor, @PathVariable UUID id) {
        return filings.get(actor, id)
                .flatMap(stored -> recorded(actor, stored))
                .map(stored -> FilingView.of(stored, json));
    }

    private Mono<Stored> recorded(Actor actor, Stored stored) {
        UUID id = stored.filing().id();
        return actor.isStaff()
                ? views.record(actor, id, "filing", id.toString()).thenReturn(stored)
                : Mono.just(stored);
    }

    /** A party's own filings, newest first; for a filing judge the court's queue, oldest first. */
    @GetMapping
    Mono<Page<FilingSummary>> list(
            Actor actor,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.mustBe(Role.PARTY, Role.FILING_JUDGE);
        if (state != null && !STATES.contains(state)) {
            throw FilingRefusal.NO_SUCH_STATE.because();
        }
        int size = Page.size(limit);
        return page(actor, state, cursor(cursor), size)
                .collectList()
                .map(rows -> Page.of(rows, size, it -> it.filing().id().toString()))
                .map(page -> shown(actor, page));
    }

    /** Who filed for an organisation and acts for it no more does not see what became of it. */
    private static Page<FilingSummary> shown(Actor actor, Page<Stored> page) {
        return new Page<>(
                page.items().stream()
                        .filter(stored -> Filings.mayTouch(actor, stored.filing()))
                        .map(FilingSummary::of)
                        .toList(),
                page.nextCursor());
    }

    private Flux<Stored> page(Actor actor, @Nullable String state, @Nullable UUID cursor, int size) {
        return actor.court() == null
                ? rows.ofOwner(actor.memberName(), state, cursor, size + 1)
                : rows.ofCourt(actor.court(), state == null ? "SUBMITTED" : state, cursor, size + 1);
    }

    private static @Nullable UUID cursor(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
