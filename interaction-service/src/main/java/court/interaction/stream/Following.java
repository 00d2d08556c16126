package court.interaction.stream;

import court.interaction.stream.Bookmarks.Bookmark;
import court.interaction.stream.Streams.Fresh;
import court.interaction.stream.Watch.Sight;
import court.platform.security.AccessRefusal;
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

    private final Watch watch;
    private final Streams streams;
    private final Pulse pulse;

    Following(Watch watch, Streams streams, Pulse pulse) {
        this.watch = watch;
        this.streams = streams;
        this.pulse = pulse;
    }

    /** Entries after the bookmark, without end; errors when the reader is no member any more, in the middle of a page too. */
    public Flux<Entry> from(Bookmark start) {
        return Flux.defer(() -> {
            AtomicReference<Bookmark> mark = new AtomicReference<>(start);
            return watch.of(start.caseId(), start.reader())
                    .concatMap(sight -> readOn(mark, sight), 0)
                    .takeUntilOther(putOut(start));
        });
    }

    private Flux<Entry> readOn(AtomicReference<Bookmark> mark, Sight sight) {
        Bookmark read = mark.get();
        mustStillRead(read, sight);
        if (sight.reached(read.reader()) <= read.after()) {
            return Flux.empty();
        }
        Fresh fresh = sight.fresh().get(read.reader());
        return fresh == null || fresh.after() > read.after()
                ? catchUp(mark)
                : Flux.fromIterable(fresh.entries())
                        .filter(entry -> entry.seq() > read.after())
                        .doOnNext(entry -> mark.set(mark.get().turned(entry.seq())));
    }

    private Mono<Void> putOut(Bookmark start) {
        return watch.of(start.caseId(), start.reader())
                .doOnNext(sight -> mustStillRead(start, sight))
                .then();
    }

    private static void mustStillRead(Bookmark mark, Sight sight) {
        Reader.of(sight.member(mark.actor()).orElseThrow(AccessRefusal.NOT_YOURS::because), mark.reader());
    }

    /** Completes when this process is about to stop. */
    public Mono<Void> stopping() {
        return pulse.closing();
    }

    private Flux<Entry> catchUp(AtomicReference<Bookmark> mark) {
        AtomicBoolean more = new AtomicBoolean();
        return shielded(Mono.defer(() -> page(mark.get())))
                .doOnNext(page -> more.set(page.size() == PAGE))
                .flatMapIterable(page -> page)
                .doOnNext(entry -> mark.set(mark.get().turned(entry.seq())))
                .repeat(more::get);
    }

    private Mono<List<Entry>> page(Bookmark mark) {
        return streams.read(mark, PAGE);
    }

    /** People leave streams all the time: a query is never cut off in the middle of its conversation with the database. */
    static <T> Mono<T> shielded(Mono<T> query) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> query.contextWrite(context).toFuture(), true));
    }
}
