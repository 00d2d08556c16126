package court.interaction.stream;

import court.interaction.stream.Bookmarks.Bookmark;
import court.interaction.stream.Watch.Sight;
import court.platform.security.AccessRefusal;
import court.platform.security.Memberships;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a stream as it grows. Each look reads on from the last entry handed over, in pages, so nothing is missed or
 * given twice, and a reader who does not keep up holds one page of memory and makes us look less often.
 */
@Component
public class Following {

    private static final int PAGE = 100;

    private final Memberships memberships;
    private final Watch watch;
    private final Streams streams;
    private final Pulse pulse;

    Following(Memberships memberships, Watch watch, Streams streams, Pulse pulse) {
        this.memberships = memberships;
        this.watch = watch;
        this.streams = streams;
        this.pulse = pulse;
    }

    /** Entries after the bookmark, without end; errors when the reader is no member any more. */
    public Flux<Entry> from(Bookmark start) {
        return Flux.defer(() -> {
            AtomicReference<Bookmark> mark = new AtomicReference<>(start);
            return watch.of(start.caseId()).concatMap(sight -> news(sight, mark), 0);
        });
    }

    /** Completes when this process is about to stop. */
    public Mono<Void> stopping() {
        return pulse.closing();
    }

    private Flux<Entry> news(Sight sight, AtomicReference<Bookmark> mark) {
        Bookmark here = mark.get();
        String reader = sight.member(here.actor())
                .map(member -> Reader.of(member, here.reader()))
                .orElseThrow(AccessRefusal.NOT_YOURS::because);
        return sight.reached(reader) > here.after() ? catchUp(mark) : Flux.empty();
    }

    private Flux<Entry> catchUp(AtomicReference<Bookmark> mark) {
        AtomicBoolean more = new AtomicBoolean();
        return shielded(Mono.defer(() -> more.get() ? nextPage(mark.get()) : page(mark.get())))
                .doOnNext(page -> more.set(page.size() == PAGE))
                .flatMapIterable(page -> page)
                .doOnNext(entry -> mark.set(mark.get().turned(entry.seq())))
                .repeat(more::get);
    }

    /** Long after the look: a slow reader may have been put out meanwhile. */
    private Mono<List<Entry>> nextPage(Bookmark mark) {
        return memberships
                .get(mark.actor(), mark.caseId())
                .map(member -> Reader.of(member, mark.reader()))
                .flatMap(reader -> page(mark));
    }

    private Mono<List<Entry>> page(Bookmark mark) {
        return streams.read(mark.caseId(), mark.reader(), mark.after(), PAGE);
    }

    /** People leave streams all the time: a query is never cut off in the middle of its conversation with the database. */
    static <T> Mono<T> shielded(Mono<T> query) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> query.contextWrite(context).toFuture(), true));
    }
}
