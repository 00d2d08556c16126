package court.filing.filing;

import static court.platform.security.Role.CLERK;
import static court.platform.security.Role.FILING_JUDGE;

import court.filing.deadline.ExtensionForm;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Views;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What filing judges do with a filing, over HTTP. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
class ReviewController {

    private final ReviewDesk desk;
    private final Filings filings;
    private final Related related;
    private final Views views;

    ReviewController(ReviewDesk desk, Filings filings, Related related, Views views) {
        this.desk = desk;
        this.filings = filings;
        this.related = related;
        this.views = views;
    }

    /** A reason in words. */
    record Reason(@Nullable String reason) {

        @Nullable
        String text() {
            if (reason != null && reason.length() > 500) {
                throw FilingRefusal.REASON_MISSING.because();
            }
            return reason;
        }

        String needed() {
            String text = text();
            if (blank(text, 500)) {
                throw FilingRefusal.REASON_MISSING.because();
            }
            return text == null ? "" : text;
        }
    }

    @PostMapping("/review")
    Mono<FilingSummary> take(
            Command command, @PathVariable UUID id, @RequestBody(required = false) @Nullable Reason it) {
        return desk.take(command, id, it == null ? null : it.text());
    }

    @DeleteMapping("/review")
    Mono<FilingSummary> putBack(Command command, @PathVariable UUID id) {
        return desk.putBack(command, id);
    }

    @PostMapping("/correction")
    Mono<FilingSummary> giveBack(Command command, @PathVariable UUID id, @RequestBody CorrectionNotice notice) {
        return desk.giveBack(command, id, notice.named(), notice.term(), notice.reason());
    }

    @PostMapping("/acceptance")
    Mono<FilingSummary> accept(Command command, @PathVariable UUID id) {
        return desk.accept(command, id);
    }

    /**
     * Why there is no case.
     *
     * @param reasonCode a {@link Ruling.Reason}
     */
    record RulingForm(
            Ruling.@Nullable Reason reasonCode, @Nullable String text) {}

    @PostMapping("/refusal")
    Mono<FilingSummary> refuse(Command command, @PathVariable UUID id, @RequestBody RulingForm form) {
        Ruling.Reason reason = form.reasonCode();
        String text = form.text();
        if (reason == null || text == null || blank(text, 2_000)) {
            throw FilingRefusal.RULING_INCOMPLETE.because();
        }
        return desk.refuse(command, id, reason, text);
    }

    @PostMapping("/extension/decision")
    Mono<FilingSummary> extend(Command command, @PathVariable UUID id, @RequestBody ExtensionForm.Decision decision) {
        return desk.extend(command, id, decision);
    }

    /**
     * A phone call 电话记录.
     *
     * @param with party id or agent id
     */
    record CallForm(@Nullable String with, @Nullable String text) {}

    @PostMapping("/calls")
    Mono<FilingSummary> note(Command command, @PathVariable UUID id, @RequestBody CallForm form) {
        String with = form.with();
        String text = form.text();
        if (with == null || text == null || blank(text, 2_000)) {
            throw FilingRefusal.NOTE_INCOMPLETE.because();
        }
        return desk.note(command, id, with, text);
    }

    /** Contact data of the people of a filing; the reason is put on record before anything is shown (rule RE7). */
    @PostMapping("/contacts")
    Mono<People> contacts(Actor actor, @PathVariable UUID id, @RequestBody Reason why) {
        actor.mustBe(FILING_JUDGE, CLERK);
        String reason = why.needed();
        return filings.get(actor, id)
                .flatMap(stored -> views.record(actor, id, new Views.Seen("contacts", id.toString(), reason))
                        .thenReturn(People.of(stored.filing())));
    }

    /** Duplicate and related filings of the court, for its filing judges. */
    @GetMapping("/related")
    Mono<List<Related.Other>> related(Actor actor, @PathVariable UUID id) {
        actor.mustBe(FILING_JUDGE);
        return filings.get(actor, id)
                .mapNotNull(stored -> stored.filing().application())
                .flatMap(application -> related.of(id, application).collectList());
    }

    private static boolean blank(@Nullable String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest;
    }
}
