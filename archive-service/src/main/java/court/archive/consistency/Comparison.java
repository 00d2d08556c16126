package court.archive.consistency;

import static court.archive.consistency.Holdings.ACCESS;
import static court.archive.consistency.Holdings.ACT;
import static java.util.Comparator.comparing;
import static java.util.function.Predicate.isEqual;
import static java.util.function.Predicate.not;

import court.archive.consistency.Consistency.SourceCount;
import court.archive.consistency.Holdings.Own;
import court.archive.peer.Peers.Leaf;
import court.archive.peer.Peers.Spoken;
import court.platform.model.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the ids of a case's facts as each owner tells them: every act spoken has a leaf and an entry, every access a
 * leaf, and nobody holds what was not spoken.
 */
final class Comparison {

    /** How long a fact may be on its way before it counts as missing. */
    static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private final Holdings held;
    private final Instant now;
    private final Set<UUID> acts;
    private final Set<UUID> leafy;
    private final Set<UUID> leaves;
    private final Set<UUID> entries;

    Comparison(Holdings held, Instant now) {
        this.held = held;
        this.now = now;
        this.acts = held.spoken(isEqual(ACT));
        this.leafy = held.spoken(Set.of(ACT, ACCESS)::contains);
        this.leaves = held.leafIds();
        this.entries = held.entryIds();
    }

    Consistency result() {
        Set<UUID> noEntry = without(acts, entries);
        Set<UUID> noLeaf = without(leafy, leaves);
        return new Consistency(
                (int) Stream.concat(noEntry.stream(), noLeaf.stream())
                        .distinct()
                        .filter(this::isOnItsWay)
                        .count(),
                sources(),
                overdue(noEntry),
                overdue(noLeaf),
                sorted(without(entries, acts)),
                sorted(without(leaves, leafy)),
                duplicates(),
                Gaps.of(held),
                damaged(),
                now);
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        return all.stream().filter(not(some::contains)).collect(Collectors.toSet());
    }

    private static List<UUID> sorted(Collection<UUID> ids) {
        return ids.stream().sorted().toList();
    }

    private List<UUID> overdue(Set<UUID> absent) {
        return absent.stream().filter(not(this::isOnItsWay)).sorted().toList();
    }

    /** The id of a fact tells when it was made. */
    private boolean isOnItsWay(UUID factId) {
        return Duration.between(Uuid7.time(factId), now).abs().compareTo(ON_ITS_WAY) < 0;
    }

    private List<UUID> duplicates() {
        return held.byOwner()
                .flatMap(ids -> {
                    Set<UUID> seen = new HashSet<>();
                    return ids.filter(id -> !seen.add(id));
                })
                .distinct()
                .sorted()
                .toList();
    }

    /** Changed since arrival, on the way here, or other than what the ledger received under the same id. */
    private List<UUID> damaged() {
        Map<UUID, Set<String>> ledger = held.leaves().stream()
                .filter(it -> it.factId() != null && it.sha256() != null)
                .collect(Collectors.groupingBy(Leaf::factId, Collectors.mapping(Leaf::sha256, Collectors.toSet())));
        return held.entries().stream()
                .filter(it -> !it.intact()
                        || !ledger.getOrDefault(it.factId(), Set.of(it.sha256()))
                                .contains(it.sha256()))
                .map(Own::factId)
                .sorted()
                .toList();
    }

    private List<SourceCount> sources() {
        return held.spoken().entrySet().stream()
                .map(it -> count(it.getKey(), it.getValue()))
                .sorted(comparing(SourceCount::source))
                .toList();
    }

    private SourceCount count(String source, List<Spoken> spoken) {
        List<UUID> acts = ids(spoken, ACT);
        List<UUID> accesses = ids(spoken, ACCESS);
        return new SourceCount(
                source,
                acts.size(),
                held.entries().stream().filter(it -> it.source().equals(source)).count(),
                acts.stream().filter(leaves::contains).count(),
                accesses.size(),
                accesses.stream().filter(leaves::contains).count());
    }

    private static List<UUID> ids(List<Spoken> spoken, String kind) {
        return spoken.stream()
                .filter(it -> it.kind().equals(kind))
                .map(Spoken::factId)
                .toList();
    }
}
