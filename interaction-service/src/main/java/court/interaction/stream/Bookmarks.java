package court.interaction.stream;

import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.EdgeRefusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where members read on in streams of their own. */
@Component
public class Bookmarks {

    private final Memberships memberships;
    private final Streams streams;

    Bookmarks(Memberships memberships, Streams streams) {
        this.memberships = memberships;
        this.streams = streams;
    }

    /** Where somebody reads on. */
    public record Bookmark(Actor actor, UUID caseId, String reader, long after) {

        Bookmark turned(long seq) {
            return new Bookmark(actor, caseId, reader, seq);
        }
    }

    /** Any member, in a stream of their own; refuses a place that the stream has not reached. */
    public Mono<Bookmark> open(Actor actor, UUID caseId, @Nullable String reader, @Nullable String after) {
        return memberships
                .get(actor, caseId)
                .map(member -> new Bookmark(actor, caseId, Reader.of(member, reader), place(after)))
                .filterWhen(mark -> streams.last(caseId, mark.reader()).map(last -> mark.after() <= last))
                .switchIfEmpty(Mono.error(EdgeRefusal.CURSOR_UNREADABLE::because));
    }

    private static long place(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
        return Long.parseLong(after);
    }
}
