package court.interaction.talk;

import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import court.platform.web.Views;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The talks of a case as the court and their participants read them. */
@Component
class CaseTalks {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Memberships memberships;
    private final Talks talks;
    private final Views views;

    CaseTalks(Memberships memberships, Talks talks, Views views) {
        this.memberships = memberships;
        this.talks = talks;
        this.views = views;
    }

    /** The court sees all, a party those it takes part in; the words are only in {@link #show}. */
    Mono<Page<TalkView>> list(Actor actor, UUID caseId, @Nullable String cursor, int size) {
        return memberships
                .get(actor, caseId)
                .flatMap(member -> talks.before(before(cursor), member, size + 1))
                .map(found -> found.stream().map(TalkView::line).toList())
                .map(lines -> Page.of(lines, size, line -> line.id().toString()));
    }

    /** The court and the participants; that the court read the words goes on record first (rule RE7). */
    Mono<TalkView> show(Actor actor, UUID caseId, UUID talkId) {
        return memberships
                .get(actor, caseId)
                .flatMap(member -> talks.get(caseId, talkId)
                        .filter(talk -> member.sees(talk.participantIds()))
                        .flatMap(talk -> onRecord(member, talkId).thenReturn(TalkView.whole(talk))))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    private Mono<Void> onRecord(Membership member, UUID talkId) {
        return member.isCourt()
                ? views.record(member.actor(), member.caseId(), "talk", talkId.toString())
                : Mono.empty();
    }

    private static UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? NEWEST : UUID.fromString(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
