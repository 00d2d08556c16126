package court.interaction.stream;

import court.interaction.stream.Streams.Fresh;
import court.interaction.stream.Streams.Reach;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.security.Memberships.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Looks for all who follow cases in this process: who belongs to each case and how far its streams go, in two queries for all
 * cases together, so that ten thousand quiet readers cost as much as one. It looks at once where something was said, here or
 * in another instance, and everywhere once a second, which also brings whom others let in or out and what it was not told.
 */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Of who is behind by more than this each reads on by themselves. */
    private static final int MOST = 50;

    private final Memberships memberships;
    private final Streams streams;
    private final Pulse pulse;
    private final Map<UUID, Followed> cases = new ConcurrentHashMap<>();
    private final Set<UUID> unseen = ConcurrentHashMap.newKeySet();
    private final Flux<Void> looking;

    Watch(Memberships memberships, Streams streams, Pulse pulse) {
        this.memberships = memberships;
        this.streams = streams;
        this.pulse = pulse;
        this.looking = looks().share();
    }

    /**
     * What was seen of a case at one moment.
     *
     * @param fresh what came into followed streams since the look before, unless it was much
     * @param at when the look began, as {@link System#nanoTime}
     */
    record Sight(UUID caseId, List<Place> places, Map<String, Long> reached, Map<String, Fresh> fresh, long at) {

        Optional<Membership> member(Actor actor) {
            return Membership.of(actor, caseId, places);
        }

        long reached(String reader) {
            return reached.getOrDefault(reader, 0L);
        }
    }

    /** A case that somebody follows: for which readers, and how far their streams went at the last look. */
    private static final class Followed {

        private final Sinks.Many<Sight> sights = Sinks.many().replay().latest();
        private final Map<String, Integer> followers = new ConcurrentHashMap<>();
        private final Map<String, Long> seen = new ConcurrentHashMap<>();

        Followed with(String reader, int more) {
            followers.merge(reader, more, (before, change) -> before + change == 0 ? null : before + change);
            return this;
        }

        boolean isFollowed() {
            return !followers.isEmpty();
        }
    }

    /**
     * What is seen of a case from now on by who reads one stream of it; who is slow gets the latest only. A look that began earlier tells
     * nothing: who was let in since would be put out by it.
     */
    Flux<Sight> of(UUID caseId, String reader) {
        return Flux.defer(() -> {
                    long now = System.nanoTime();
                    Followed followed = cases.compute(
                            caseId, (id, known) -> (known == null ? new Followed() : known).with(reader, 1));
                    pulse.look(caseId);
                    return followed.sights
                            .asFlux()
                            .filter(sight -> sight.at() - now >= 0)
                            .mergeWith(looking.then(Mono.empty()));
                })
                .doFinally(ended -> cases.computeIfPresent(
                        caseId, (id, known) -> known.with(reader, -1).isFollowed() ? known : null))
                .onBackpressureLatest();
    }

    /** Goes on while anybody follows anything. */
    private Flux<Void> looks() {
        Flux<UUID> said = pulse.beats().doOnNext(unseen::add);
        Flux<Long> all = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .doOnNext(tick -> unseen.addAll(cases.keySet()));
        return Flux.<Object>merge(said, all)
                .onBackpressureLatest()
                .concatMap(moment -> Following.shielded(Mono.defer(this::look)), 0);
    }

    private Mono<Void> look() {
        List<UUID> marked = List.copyOf(unseen);
        marked.forEach(unseen::remove); // before looking: what is said meanwhile is looked at again
        List<UUID> now = marked.stream().filter(cases::containsKey).toList();
        if (now.isEmpty()) {
            return Mono.empty();
        }
        long at = System.nanoTime();
        return memberships
                .of(now)
                .collect(Collectors.groupingBy(Place::caseId))
                .zipWhen(places -> streams.reached(now).collectList())
                .flatMap(found -> tell(now, found.getT1(), found.getT2(), at))
                .onErrorResume(trouble -> {
                    LOG.warn("who follows {} cases has to wait for the next look: {}", now.size(), trouble.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> tell(List<UUID> now, Map<UUID, List<Place>> places, List<Reach> reached, long at) {
        Map<UUID, Map<String, Long>> reachedIn = reached.stream()
                .collect(Collectors.groupingBy(Reach::caseId, Collectors.toMap(Reach::reader, Reach::last)));
        return streams.after(grown(reached))
                .doOnNext(fresh -> {
                    for (UUID caseId : now) {
                        Map<String, Long> ends = reachedIn.getOrDefault(caseId, Map.of());
                        tell(new Sight(
                                caseId,
                                places.getOrDefault(caseId, List.of()),
                                ends,
                                fresh.getOrDefault(caseId, Map.of()),
                                at));
                    }
                })
                .then();
    }

    /** From where on to read for all who follow: streams that grew since the last look, and not by much. */
    private List<Reach> grown(List<Reach> reached) {
        return reached.stream()
                .flatMap(reach -> {
                    Followed followed = cases.get(reach.caseId());
                    if (followed == null || !followed.followers.containsKey(reach.reader())) {
                        return Stream.empty();
                    }
                    long before = followed.seen.getOrDefault(reach.reader(), reach.last());
                    boolean some = before < reach.last() && reach.last() - before <= MOST;
                    return some ? Stream.of(new Reach(reach.caseId(), reach.reader(), before)) : Stream.empty();
                })
                .toList();
    }

    private void tell(Sight sight) {
        Followed followed = cases.get(sight.caseId());
        if (followed != null) {
            followed.seen.putAll(sight.reached());
            followed.sights.tryEmitNext(sight);
        }
    }
}
