package court.interaction.stream;

import court.interaction.stream.Bookmarks.Bookmark;
import court.platform.model.Refused;
import court.platform.security.Actor;
import court.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams by HTTP: page by page, or as they grow (server-sent events, WHATWG HTML §9.2). */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class StreamController {

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Bookmarks bookmarks;
    private final Streams streams;
    private final Following following;
    private final Clock clock;

    StreamController(Bookmarks bookmarks, Streams streams, Following following, Clock clock) {
        this.bookmarks = bookmarks;
        this.streams = streams;
        this.following = following;
        this.clock = clock;
    }

    @GetMapping("/messages")
    Mono<Page<Entry>> page(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String reader,
            @RequestParam(required = false) @Nullable Integer limit) {
        return bookmarks.open(actor, caseId, reader, after).flatMap(mark -> streams.page(mark, Page.size(limit)));
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Entry>>>> follow(
            Actor actor,
            @AuthenticationPrincipal Jwt token,
            @PathVariable UUID caseId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String reader) {
        return bookmarks
                .open(actor, caseId, reader, lastSeen != null ? lastSeen : after)
                .map(mark -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(events(mark, Objects.requireNonNull(token.getExpiresAt()))));
    }

    /** Ends with the token or the membership; the browser then connects again and is asked who it is. */
    private Flux<ServerSentEvent<Entry>> events(Bookmark mark, Instant until) {
        Flux<ServerSentEvent<Entry>> beats =
                Flux.interval(Duration.ZERO, HEARTBEAT).onBackpressureDrop().map(beat -> heartbeat());
        return following
                .from(mark)
                .map(StreamController::event)
                .mergeWith(beats)
                .takeUntilOther(Mono.delay(Duration.between(clock.instant(), until)))
                .takeUntilOther(following.stopping())
                .onErrorResume(StreamController::ended);
    }

    private static ServerSentEvent<Entry> event(Entry entry) {
        return ServerSentEvent.builder(entry)
                .id(Long.toString(entry.seq()))
                .event("message")
                .build();
    }

    private static ServerSentEvent<Entry> heartbeat() {
        return ServerSentEvent.<Entry>builder().comment("open").build();
    }

    private static Mono<ServerSentEvent<Entry>> ended(Throwable why) {
        if (!(why instanceof Refused)) {
            LOG.warn("a stream ends early, its reader resumes: {}", why.toString());
        }
        return Mono.empty();
    }
}
