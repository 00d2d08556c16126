package court.filing.outage;

import court.filing.outage.OutageDesk.Report;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Outages over HTTP: anybody signed in may have them as evidence. */
@RestController
@RequestMapping("/api/v1/outages")
class OutageController {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final OutageDesk desk;
    private final Outages outages;
    private final Clock clock;

    OutageController(OutageDesk desk, Outages outages, Clock clock) {
        this.desk = desk;
        this.outages = outages;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<OutageView> record(Command command, @RequestBody Report report) {
        return desk.record(command, report);
    }

    @GetMapping("/{id}")
    Mono<OutageView> get(Actor actor, @PathVariable UUID id) {
        return outages.find(id)
                .switchIfEmpty(Mono.error(OutageRefusal.NO_SUCH_OUTAGE::because))
                .map(OutageView::of);
    }

    /** What touches a time; without one, the last 366 days. */
    @GetMapping
    Mono<Page<OutageView>> list(
            Actor actor,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable UUID cursor) {
        Instant until = to == null ? clock.instant() : sane(to);
        Instant since = from == null ? until.minus(LONGEST) : sane(from);
        if (!since.isBefore(until) || since.plus(LONGEST).isBefore(until)) {
            throw OutageRefusal.RANGE_UNUSABLE.because();
        }
        return outages.between(since, until, cursor, Page.MOST)
                .map(page ->
                        new Page<>(page.items().stream().map(OutageView::of).toList(), page.nextCursor()));
    }

    /** Far from it neither calendars nor databases reckon. */
    private static Instant sane(Instant asked) {
        if (asked.isBefore(FIRST) || asked.isAfter(LAST)) {
            throw OutageRefusal.RANGE_UNUSABLE.because();
        }
        return asked;
    }
}
