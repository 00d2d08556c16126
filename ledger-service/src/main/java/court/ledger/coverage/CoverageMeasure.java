package court.ledger.coverage;

import static java.util.stream.Collectors.toMap;

import court.platform.contract.OnChain;
import court.platform.model.Uuid7;
import court.platform.outbox.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts the acts on both sides. Where number and sum of a type agree, all is there; where not, its ids are compared one by one. The
 * ledger is counted first: what is told meanwhile can only seem to be on its way.
 */
@Component
class CoverageMeasure {

    private final EnteredActs entered;
    private final SpokenActs spoken;
    private final CoverageFigures figures;
    private final List<String> sources;
    private final Clock clock;

    CoverageMeasure(
            EnteredActs entered,
            SpokenActs spoken,
            CoverageFigures figures,
            @Value("${court.ledger.coverage.sources}") List<String> sources,
            Clock clock) {
        this.entered = entered;
        this.spoken = spoken;
        this.figures = figures;
        this.sources = sources;
        this.clock = clock;
    }

    /** An item's share of what was found. */
    private record Part(OnChain item, Count count) {}

    Mono<Coverage> measure() {
        Instant now = clock.instant();
        UUID before = Uuid7.from(now);
        return Flux.fromIterable(sources)
                .concatMap(source -> parts(source, before))
                .collect(
                        () -> new EnumMap<OnChain, Count>(OnChain.class),
                        (all, part) -> all.merge(part.item(), part.count(), Count::plus))
                .map(counts -> new Coverage(now, rows(counts)))
                .doOnNext(figures::show);
    }

    private static List<Coverage.Row> rows(Map<OnChain, Count> counts) {
        return Arrays.stream(OnChain.values())
                .map(item -> Coverage.Row.of(item, counts.getOrDefault(item, Count.NONE)))
                .toList();
    }

    private Flux<Part> parts(String source, UUID before) {
        return entered.tallies(source, before)
                .zipWhen(here -> spoken.tallies(source, before))
                .flatMapMany(both -> parts(source, before, byType(both.getT1()), byType(both.getT2())));
    }

    private static Map<String, Tally> byType(List<Tally> tallies) {
        return tallies.stream().collect(toMap(Tally::type, Function.identity()));
    }

    private Flux<Part> parts(String source, UUID before, Map<String, Tally> here, Map<String, Tally> there) {
        Set<String> types = new TreeSet<>(here.keySet());
        types.addAll(there.keySet());
        return Flux.fromIterable(types)
                .concatMap(type -> Mono.justOrEmpty(OnChain.of(type))
                        .flatMap(item -> count(source, before, none(here, type), none(there, type))
                                .map(count -> new Part(item, count))));
    }

    private static Tally none(Map<String, Tally> tallies, String type) {
        return tallies.getOrDefault(type, new Tally(type, 0, "0"));
    }

    private Mono<Count> count(String source, UUID before, Tally here, Tally there) {
        if (here.equals(there)) {
            return Mono.just(new Count(there.many(), 0, 0, 0, null));
        }
        return spoken.acts(source, there.type(), before)
                .concatMap(acts -> entered.compare(source, acts))
                .reduce(Count.NONE, Count::plus)
                .map(found -> found.plus(unknown(here, found)));
    }

    /** What has a leaf here beyond those that were told; what came meanwhile makes it none. */
    private static Count unknown(Tally here, Count found) {
        long told = found.spoken() - found.pending() - found.missing();
        return new Count(0, 0, 0, Math.max(0, here.many() - told), null);
    }
}
