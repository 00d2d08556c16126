package court.archive.consistency;

import court.archive.peer.Peers.Leaf;
import court.archive.peer.Peers.Spoken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each owner says it has of one case.
 *
 * @param spoken by source
 * @param leaves of facts; leaves of files are left out
 */
record Holdings(Map<String, List<Spoken>> spoken, List<Leaf> leaves, List<Own> entries) {

    /** A dossier entry, its bytes just read again. */
    record Own(UUID factId, String source, long sequence, String sha256, boolean intact) {}

    static final String ACT = "ACT";
    static final String ACCESS = "ACCESS";

    Holdings {
        leaves = leaves.stream().filter(it -> it.factId() != null).toList();
    }

    boolean isEmpty() {
        return leaves.isEmpty() && entries.isEmpty() && spoken.values().stream().allMatch(List::isEmpty);
    }

    Set<UUID> spoken(Predicate<String> kind) {
        return spoken.values().stream()
                .flatMap(Collection::stream)
                .filter(it -> kind.test(it.kind()))
                .map(Spoken::factId)
                .collect(Collectors.toSet());
    }

    Set<UUID> leafIds() {
        return leafFacts().collect(Collectors.toSet());
    }

    Set<UUID> entryIds() {
        return entries.stream().map(Own::factId).collect(Collectors.toSet());
    }

    /** Every id as often as one owner holds it, owner by owner. */
    Stream<Stream<UUID>> byOwner() {
        return Stream.of(
                spoken.values().stream().flatMap(Collection::stream).map(Spoken::factId),
                leafFacts(),
                entries.stream().map(Own::factId));
    }

    private Stream<UUID> leafFacts() {
        return leaves.stream().map(Leaf::factId).filter(Objects::nonNull);
    }
}
