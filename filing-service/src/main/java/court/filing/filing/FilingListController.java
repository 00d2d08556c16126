package court.filing.filing;

import court.filing.application.Channel;
import court.filing.filing.FilingLists.Filter;
import court.filing.filing.FilingLists.Place;
import court.filing.filing.FilingLists.Waiting;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists of filings over HTTP. */
@RestController
@RequestMapping("/api/v1/filings")
class FilingListController {

    private static final Set<String> STATES =
            Set.of("DRAFT", "RETURNED", "SUBMITTED", "ACCEPTED", "REFUSED", "WITHDRAWN");
    private static final Place START = new Place(LocalDate.of(1000, 1, 1), new UUID(0, 0));

    private final FilingLists lists;
    private final Answers answers;

    FilingListController(FilingLists lists, Answers answers) {
        this.lists = lists;
        this.answers = answers;
    }

    /**
     * What to look for.
     *
     * @param reviewer a staff id, {@code me} or {@code none}; queue only
     * @param channel a {@link Channel}; queue only
     * @param basisKind a {@link Basis.Kind}; queue only
     * @param claimKind a {@link Claim.Kind}; queue only
     * @param overdue true = only what is past its day; queue only
     */
    record Search(
            @Nullable String state,
            @Nullable String reviewer,
            @Nullable String channel,
            @Nullable String basisKind,
            @Nullable String claimKind,
            @Nullable Boolean overdue) {

        @Nullable
        String knownState() {
            if (state != null && !STATES.contains(state)) {
                throw FilingRefusal.NO_SUCH_STATE.because();
            }
            return state;
        }

        Filter filter(Actor actor, LocalDate today) {
            String asked = knownState();
            return new Filter(
                    asked == null ? "SUBMITTED" : asked,
                    "me".equals(reviewer) ? actor.id() : knownReviewer(),
                    known("channel", channel, Channel.values()),
                    known("basisKind", basisKind, Basis.Kind.values()),
                    known("claimKind", claimKind, Claim.Kind.values()),
                    Boolean.TRUE.equals(overdue) ? today : null);
        }

        private @Nullable String knownReviewer() {
            if (reviewer != null && !reviewer.matches("[\\p{Graph}&&\\p{ASCII}]{1,100}")) {
                throw FilingRefusal.NO_SUCH_FILTER.because("reviewer", "工作人员编号、me、none");
            }
            return reviewer;
        }

        private static @Nullable String known(String name, @Nullable String value, Enum<?>[] all) {
            List<String> names = Arrays.stream(all).<String>map(Enum::name).toList();
            if (value != null && !names.contains(value)) {
                throw FilingRefusal.NO_SUCH_FILTER.because(name, String.join("、", names));
            }
            return value;
        }
    }

    /** A party's own filings, newest first; a clerk's entries; for a filing judge the court's queue, oldest deadline first. */
    @GetMapping
    Mono<Page<FilingSummary>> list(
            Actor actor,
            @ModelAttribute Search search,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.mustBe(Role.PARTY, Role.FILING_JUDGE, Role.CLERK);
        int size = Page.size(limit);
        String court = actor.court();
        return court != null && actor.is(Role.FILING_JUDGE)
                ? lists.queue(court, search.filter(actor, answers.day().today()), place(cursor), size + 1)
                        .collectList()
                        .map(found -> Page.of(found, size, it -> it.place().text()))
                        .map(page -> shown(
                                actor,
                                new Page<>(
                                        page.items().stream()
                                                .map(Waiting::stored)
                                                .toList(),
                                        page.nextCursor())))
                : lists.own(actor, search.knownState(), uuid(cursor), size + 1)
                        .collectList()
                        .map(found -> shown(
                                actor,
                                Page.of(found, size, it -> it.filing().id().toString())));
    }

    /** Who filed for an organisation and acts for it no more does not see what became of it. */
    private Page<FilingSummary> shown(Actor actor, Page<Stored> page) {
        return new Page<>(
                page.items().stream()
                        .filter(stored -> FilingAccess.mayTouch(actor, stored.filing()))
                        .map(stored -> FilingSummary.of(actor, FilingAccess.seenBy(actor, stored), answers.day()))
                        .toList(),
                page.nextCursor());
    }

    private static Place place(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            return new Place(LocalDate.parse(cursor.substring(0, 10)), UUID.fromString(cursor.substring(11)));
        } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
