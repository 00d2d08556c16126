package court.interaction.stream;

import court.interaction.stream.Bookmarks.Bookmark;
import court.platform.security.Actor;
import court.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can do with a stream: read it from where they left off. */
@Component
class StreamDesk {

    private final Bookmarks bookmarks;
    private final Streams streams;

    StreamDesk(Bookmarks bookmarks, Streams streams) {
        this.bookmarks = bookmarks;
        this.streams = streams;
    }

    Mono<Bookmark> open(Actor actor, UUID caseId, @Nullable String reader, @Nullable String after) {
        return bookmarks.open(actor, caseId, reader, after);
    }

    /** A page of the stream. */
    Mono<Page<Entry>> page(Bookmark mark, int size) {
        return streams.read(mark.caseId(), mark.reader(), mark.after(), size + 1)
                .map(entries -> Page.of(entries, size, last -> Long.toString(last.seq())));
    }
}
