package court.interaction.stream;

import court.interaction.stream.StreamDesk.Bookmark;
import court.platform.security.Memberships;
import java.time.Duration;
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
class Following {

    /** How late what another instance wrote may be seen. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int PAGE = 100;

    private final Memberships memberships;
    private final Streams streams;
    private final Pulse pulse;

    Following(Memberships memberships, Streams streams, Pulse pulse) {
        this.memberships = memberships;
        this.streams = streams;
        this.pulse = pulse;
    }

    /** Entries after the bookmark, without end; errors when the reader is no member any more. */
    Flux<Entry> from(Bookmark start) {
        return Flux.defer(() -> {
            AtomicReference<Bookmark> mark = new AtomicReference<>(start);
            return looks(start).concatMap(look -> catchUp(mark), 0);
        });
    }

    /** Completes when this process is about to stop. */
    Mono<Void> stopping() {
        return pulse.closing();
    }

    private Flux<Object> looks(Bookmark start) {
        return Flux.<Object>merge(Flux.interval(Duration.ZERO, LOOK).onBackpressureDrop(), pulse.of(start.caseId()))
                .onBackpressureLatest();
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
        return memberships
                .get(mark.actor(), mark.caseId())
                .map(member -> Reader.of(member, mark.reader()))
                .flatMap(reader -> streams.read(mark.caseId(), reader, mark.after(), PAGE));
    }

    /** People leave streams all the time: a query is never cut off in the middle of its conversation with the database. */
    private static <T> Mono<T> shielded(Mono<T> query) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> query.contextWrite(context).toFuture(), true));
    }
}
