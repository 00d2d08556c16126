package court.filing.filing;

import court.filing.application.ApplicationForm;
import court.filing.application.Channel;
import court.filing.deadline.ExtensionForm;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Views;
import java.util.Arrays;
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
import reactor.core.publisher.Mono;

/** Filings over HTTP, as applicants see them. */
@RestController
@RequestMapping("/api/v1/filings")
class FilingController {

    private final FilingDesk desk;
    private final Filings filings;
    private final FilingViews shown;
    private final Views views;

    FilingController(FilingDesk desk, Filings filings, FilingViews shown, Views views) {
        this.desk = desk;
        this.filings = filings;
        this.shown = shown;
        this.views = views;
    }

    /**
     * Begins a filing. What is half typed is kept; the answer says what is still missing.
     *
     * @param channel MAIL or COUNTER for what a clerk enters; a party files by the way they signed in
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FilingSummary> open(
            Command command, @RequestBody ApplicationForm form, @RequestParam @Nullable String channel) {
        return desk.open(command, form, channel == null ? null : channel(channel));
    }

    private static Channel channel(String name) {
        return Arrays.stream(Channel.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(FilingRefusal.CHANNEL_UNKNOWN::because);
    }

    @PutMapping("/{id}")
    Mono<FilingSummary> fill(Command command, @PathVariable UUID id, @RequestBody ApplicationForm form) {
        return desk.fill(command, id, form);
    }

    @PostMapping("/{id}/submission")
    Mono<FilingSummary> submit(Command command, @PathVariable UUID id) {
        return desk.submit(command, id);
    }

    /** Asks for more time to answer a correction, after missing it without fault (rule K5). */
    @PostMapping("/{id}/extension")
    Mono<FilingSummary> extension(Command command, @PathVariable UUID id, @RequestBody ExtensionForm form) {
        return desk.extension(command, id, form);
    }

    /** One filing; a view by the court is put on record first, and shows contact data, numbers and accounts masked. */
    @GetMapping("/{id}")
    Mono<FilingView> get(Actor actor, @PathVariable UUID id) {
        return filings.get(actor, id)
                .flatMap(stored -> actor.isStaff() && !FilingAccess.isInHandsOf(actor, stored.filing())
                        ? views.record(actor, id, "filing", id.toString()).thenReturn(stored)
                        : Mono.just(stored))
                .map(stored -> shown.of(stored, actor));
    }
}
