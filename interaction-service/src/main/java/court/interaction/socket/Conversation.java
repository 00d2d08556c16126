package court.interaction.socket;

import court.interaction.message.Voice;
import court.interaction.socket.Tickets.Pass;
import court.interaction.stream.Bookmarks;
import court.interaction.stream.Entry;
import court.interaction.stream.Following;
import io.netty.handler.codec.DecoderException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.reactive.socket.WebSocketMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * One open socket: entries of one stream go out, messages come in. Never more than {@code unacknowledged} entries are under
 * way, so that a slow reader costs a bounded piece of memory however long the stream is.
 */
final class Conversation {

    private static final int MOST_REPLIES = 64;

    /** How often it is looked whether there is room again. */
    private static final Duration ROOM = Duration.ofMillis(20);

    private final Pass pass;
    private final Parts parts;
    private final Sinks.Many<ServerFrame> replies =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_REPLIES));
    private final Sinks.One<Bookmarks.Bookmark> begun = Sinks.one();
    private final Sinks.Many<Long> acknowledged = Sinks.many().replay().latest();
    private final Sinks.Empty<ServerFrame> broken = Sinks.empty();
    private final Sinks.Empty<Void> left = Sinks.empty();
    private final AtomicBoolean greeted = new AtomicBoolean();
    private volatile long heardAt = System.nanoTime();
    private volatile boolean over;

    /** What all conversations share. */
    record Parts(
            Bookmarks streams,
            Following following,
            Voice messages,
            Frames frames,
            SocketSettings settings,
            Clock clock) {}

    Conversation(Pass pass, Parts parts) {
        this.pass = pass;
        this.parts = parts;
    }

    /** What goes out; ends with the process, errors with the reason to close. */
    Flux<ServerFrame> out() {
        Flux<ServerFrame> entries = begun.asMono()
                .flatMapMany(mark -> parts.following().from(mark))
                .concatMap(this::inWindow, 1)
                .map(ServerFrame.Next::new);
        return Flux.merge(replies.asFlux(), entries, pings(), broken.asMono())
                .takeUntilOther(parts.following().stopping())
                .takeUntilOther(sessionOver())
                .takeUntilOther(left.asMono());
    }

    /**
     * Takes what comes in, one frame after the other; completes when the client has left. What breaks the conversation is left
     * to {@link #out}: to stop receiving would close the socket before the reason was told. What comes after it is not heeded.
     */
    Mono<Void> in(Flux<WebSocketMessage> received) {
        return received.map(this::text) // at once: its buffer is gone when the next one comes
                .concatMap(text -> over ? Mono.empty() : take(text).onErrorResume(this::end), 1)
                .then()
                .onErrorResume(DecoderException.class, frame -> end(SocketRefusal.FRAME_TOO_LARGE.because()))
                .doFinally(ended -> left.tryEmitEmpty());
    }

    private Mono<Void> end(Throwable trouble) {
        return Mono.fromRunnable(() -> {
            over = true;
            broken.tryEmitError(trouble);
        });
    }

    private Text text(WebSocketMessage message) {
        heardAt = System.nanoTime();
        boolean binary = message.getType() == WebSocketMessage.Type.BINARY;
        return new Text(binary, message.getType() == WebSocketMessage.Type.TEXT ? message.getPayloadAsText() : "");
    }

    private record Text(boolean binary, String json) {}

    private Mono<Void> take(Text text) {
        if (text.binary()) {
            return Mono.error(SocketRefusal.BINARY.because());
        }
        return text.json().isEmpty()
                ? Mono.empty()
                : Mono.defer(
                        () -> parts.frames().read(text.json()).map(this::heard).orElseGet(this::unknown));
    }

    private Mono<Void> unknown() {
        return reply(parts.frames().refusing(null, SocketRefusal.FRAME_UNKNOWN.because()));
    }

    private Mono<Void> heard(ClientFrame frame) {
        if (frame instanceof ClientFrame.Hello hello) {
            return greeted.compareAndSet(false, true) ? begin(hello) : Mono.error(SocketRefusal.HELLO_FIRST.because());
        }
        if (!greeted.get()) {
            return Mono.error(SocketRefusal.HELLO_FIRST.because());
        }
        return switch (frame) {
            case ClientFrame.Doing doing -> say(doing);
            case ClientFrame.Ack ack -> Mono.fromRunnable(() -> acknowledged.tryEmitNext(ack.seq()));
            case ClientFrame.Pong _, ClientFrame.Hello _ -> Mono.empty();
        };
    }

    private Mono<Void> begin(ClientFrame.Hello hello) {
        return parts.streams()
                .open(pass.actor(), pass.caseId(), pass.reader(), Long.toString(hello.after()))
                .doOnNext(mark -> acknowledged.tryEmitNext(mark.after()))
                .flatMap(mark -> reply(new ServerFrame.Welcome(
                                pass.caseId(),
                                pass.reader(),
                                parts.settings().unacknowledged(),
                                parts.settings().ping().toSeconds()))
                        .then(Mono.fromRunnable(() -> begun.tryEmitValue(mark))));
    }

    private Mono<Void> say(ClientFrame.Doing doing) {
        return Mono.defer(() -> parts.messages().say(pass.actor(), pass.caseId(), doing.deed()))
                .<ServerFrame>map(posted -> new ServerFrame.Posted(
                        Objects.requireNonNull(doing.clientMsgId()), posted.messageId(), posted.time()))
                .onErrorResume(trouble -> Mono.just(parts.frames().refusing(doing.clientMsgId(), trouble)))
                .flatMap(this::reply);
    }

    /** Nothing more is taken from a client until it has room for the answer. */
    private Mono<Void> reply(ServerFrame frame) {
        long tries = parts.settings().patience().dividedBy(ROOM);
        return Mono.<Void>defer(() -> replies.tryEmitNext(frame).isSuccess()
                        ? Mono.empty()
                        : Mono.error(SocketRefusal.SLOW.because()))
                .retryWhen(Retry.fixedDelay(tries, ROOM)
                        .onRetryExhaustedThrow((spec, signal) -> SocketRefusal.SLOW.because()));
    }

    private Mono<Entry> inWindow(Entry entry) {
        return acknowledged
                .asFlux()
                .filter(seen -> entry.seq() - seen <= parts.settings().unacknowledged())
                .next()
                .timeout(parts.settings().patience(), Mono.error(SocketRefusal.SLOW::because))
                .thenReturn(entry);
    }

    private Flux<ServerFrame> pings() {
        return Flux.interval(parts.settings().ping()).onBackpressureDrop().<ServerFrame>handle((tick, sink) -> {
            if (System.nanoTime() - heardAt > parts.settings().patience().toNanos()) {
                sink.error(SocketRefusal.SILENT.because());
            } else {
                sink.next(new ServerFrame.Ping());
            }
        });
    }

    private Mono<Void> sessionOver() {
        Duration left = Duration.between(parts.clock().instant(), pass.until());
        return Mono.delay(left.isNegative() ? Duration.ZERO : left)
                .then(Mono.error(SocketRefusal.SESSION_OVER::because));
    }
}
