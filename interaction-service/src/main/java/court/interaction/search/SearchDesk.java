package court.interaction.search;

import court.interaction.search.Candidates.From;
import court.interaction.stream.Bookmarks;
import court.interaction.stream.Bookmarks.Bookmark;
import court.interaction.stream.Entry;
import court.interaction.stream.Streams;
import court.platform.security.Actor;
import court.platform.web.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Looking for something in a room: any member, in a stream of their own, so that nobody finds what they could not read. */
@Service
class SearchDesk {

    private static final int LEAST_AT_ONCE = 50;

    private final Bookmarks bookmarks;
    private final Candidates candidates;
    private final Streams streams;
    private final int mostOpened;

    /** @param mostOpened how many entries are opened for one page; after that it ends, even with nothing on it */
    SearchDesk(
            Bookmarks bookmarks,
            Candidates candidates,
            Streams streams,
            @Value("${court.search.opened}") int mostOpened) {
        this.bookmarks = bookmarks;
        this.candidates = candidates;
        this.streams = streams;
        this.mostOpened = mostOpened;
    }

    /**
     * In whose stream, and where to go on.
     *
     * @param reader party id of one of several parties the member reads for; the first when left out
     * @param cursor {@code nextCursor} of the page before
     */
    record Where(@Nullable String reader, @Nullable String cursor, int size) {}

    /** What is looked for: {@code marks} by each author's key, null when no words are. */
    private record Search(Wanted wanted, @Nullable List<Long[]> marks, int size) {

        int atOnce() {
            return Math.max(size + 1, LEAST_AT_ONCE);
        }
    }

    /** How far it was looked. */
    private record Looked(List<Entry> found, From from, int opened, boolean end) {}

    /** A page of what was found, newest first. */
    Mono<Page<Entry>> search(Actor actor, UUID caseId, Wanted asked, Where where) {
        return bookmarks
                .open(actor, caseId, where.reader(), where.cursor())
                .flatMap(mark -> begin(asked.checked(), caseId, where)
                        .flatMap(search -> look(search, nothing(mark, where))
                                .expand(looked -> enough(search, looked) ? Mono.empty() : look(search, looked))
                                .last()
                                .map(looked -> page(search, looked))));
    }

    private Mono<Search> begin(Wanted wanted, UUID caseId, Where where) {
        FoldedText words = wanted.words();
        return words == null
                ? Mono.just(new Search(wanted, null, where.size()))
                : candidates.marks(caseId, words).map(marks -> new Search(wanted, marks, where.size()));
    }

    private static Looked nothing(Bookmark mark, Where where) {
        long before = where.cursor() == null ? Long.MAX_VALUE : mark.after();
        return new Looked(List.of(), new From(mark.caseId(), mark.reader(), before), 0, false);
    }

    private Mono<Looked> look(Search search, Looked so) {
        return candidates
                .find(so.from(), search.wanted(), search.marks(), search.atOnce())
                .flatMap(places -> streams.at(so.from().caseId(), so.from().reader(), places)
                        .map(entries -> further(search, so, places, entries)));
    }

    private static Looked further(Search search, Looked so, List<Long> places, List<Entry> entries) {
        List<Entry> found = Stream.concat(so.found().stream(), entries.stream().filter(search.wanted()::is))
                .toList();
        boolean end = places.size() < search.atOnce();
        From from = end ? so.from() : so.from().back(places.getLast());
        return new Looked(found, from, so.opened() + places.size(), end);
    }

    private boolean enough(Search search, Looked looked) {
        return looked.end() || looked.found().size() > search.size() || looked.opened() >= mostOpened;
    }

    private static Page<Entry> page(Search search, Looked looked) {
        if (looked.end() || looked.found().size() > search.size()) {
            return Page.of(looked.found(), search.size(), last -> Long.toString(last.seq()));
        }
        return new Page<>(looked.found(), Long.toString(looked.from().before()));
    }
}
