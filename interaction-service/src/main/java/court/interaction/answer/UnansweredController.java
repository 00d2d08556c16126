package court.interaction.answer;

import court.interaction.answer.AnswerDesk.Settled;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What parties asked and nobody answered yet, by HTTP. */
@RestController
class UnansweredController {

    private static final UUID START = new UUID(0, 0);

    private final AnswerDesk desk;

    UnansweredController(AnswerDesk desk) {
        this.desk = desk;
    }

    /** Longest waiting first; {@code overdue=true} for those who have waited too long. */
    @GetMapping("/api/v1/rooms/unanswered")
    Mono<Page<WaitingView>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.list(actor, Boolean.TRUE.equals(overdue), after(cursor), Page.size(limit));
    }

    /**
     * Why a party needs no answer.
     *
     * @param throughMessageId the party's last message that was read, as the list names it
     * @param reason 1 to 500 characters
     */
    record NoAnswer(
            @Nullable UUID throughMessageId, @Nullable String reason) {

        private static final int LONGEST = 500;

        UUID through() {
            if (throughMessageId == null) {
                throw AnswerRefusal.MESSAGE_MISSING.because();
            }
            return throughMessageId;
        }

        String because() {
            if (reason == null || reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST) {
                throw AnswerRefusal.REASON_MISSING.because();
            }
            return reason;
        }
    }

    @PostMapping("/api/v1/cases/{caseId}/unanswered/{partyId}/settlement")
    Mono<Settled> settle(
            Command command, @PathVariable UUID caseId, @PathVariable String partyId, @RequestBody NoAnswer noAnswer) {
        return desk.settle(command, caseId, new Settled(partyId, noAnswer.through()), noAnswer.because());
    }

    private static UUID after(@Nullable String cursor) {
        try {
            return cursor == null ? START : UUID.fromString(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
