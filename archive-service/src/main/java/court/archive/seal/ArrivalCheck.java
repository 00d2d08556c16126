package court.archive.seal;

import court.archive.dossier.Entries;
import court.archive.dossier.Entry;
import court.archive.peer.Peers;
import court.archive.peer.Peers.Leaf;
import court.archive.peer.Peers.Spoken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks every owner what it has of a case: the speakers first, so that what they name must be found with the others. */
@Component
class ArrivalCheck {

    private final Entries entries;
    private final Peers peers;
    private final List<String> sources;

    ArrivalCheck(Entries entries, Peers peers, @Value("${court.archive.sources}") List<String> sources) {
        this.entries = entries;
        this.peers = peers;
        this.sources = sources;
    }

    Mono<Arrived> look(UUID caseId) {
        return spoken(caseId)
                .flatMap(spoken -> entered(caseId)
                        .flatMap(entered ->
                                peers.leaves(caseId).map(leaves -> new Arrived(spoken, entered, factIds(leaves)))));
    }

    private Mono<Map<String, List<Spoken>>> spoken(UUID caseId) {
        return Flux.fromIterable(sources)
                .concatMap(source -> peers.spoken(source, caseId).map(it -> Map.entry(source, it)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Set<UUID>> entered(UUID caseId) {
        return entries.all(caseId)
                .map(Entry::factId)
                .concatWith(entries.views(caseId).map(Entries.View::factId))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> factIds(List<Leaf> leaves) {
        return leaves.stream().map(Leaf::factId).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
