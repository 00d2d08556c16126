package court.interaction.talk;

import court.interaction.talk.TalkDesk.Opened;
import court.interaction.talk.TalkDesk.Signed;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Page;
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

/** Talks by HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/talks")
class TalkController {

    private final TalkDesk desk;
    private final CaseTalks talks;

    TalkController(TalkDesk desk, CaseTalks talks) {
        this.desk = desk;
        this.talks = talks;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Opened> open(Command command, @PathVariable UUID caseId, @RequestBody TalkDraft draft) {
        return desk.open(command, caseId, draft);
    }

    @GetMapping
    Mono<Page<TalkView>> list(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return talks.list(actor, caseId, cursor, Page.size(limit));
    }

    @GetMapping("/{talkId}")
    Mono<TalkView> show(Actor actor, @PathVariable UUID caseId, @PathVariable UUID talkId) {
        return talks.show(actor, caseId, talkId);
    }

    /**
     * For whom the record is confirmed.
     *
     * @param partyId for who acts for several participants; missing means the first
     */
    record Confirm(@Nullable String partyId) {}

    @PostMapping("/{talkId}/confirmation")
    Mono<Signed> confirm(
            Command command,
            @PathVariable UUID caseId,
            @PathVariable UUID talkId,
            @RequestBody(required = false) @Nullable Confirm confirm) {
        return desk.confirm(command, caseId, talkId, confirm == null ? null : confirm.partyId());
    }
}
