package court.archive.consistency;

import court.archive.consistency.Consistency.Gap;
import court.archive.consistency.Holdings.Own;
import court.archive.peer.Peers.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Numbers a source skipped: each counts its facts of a case 1, 2, 3 …, so a hole is a fact that was taken away. */
final class Gaps {

    private Gaps() {}

    static List<Gap> of(Holdings held) {
        return held.spoken().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(it -> of(it.getKey(), sequences(it.getValue()), highest(held, it.getKey())).stream())
                .toList();
    }

    private static SortedSet<Long> sequences(List<Spoken> spoken) {
        return spoken.stream().map(Spoken::sequence).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The dossier may know a later number than the speaker still has: then the speaker's end was cut off. */
    private static long highest(Holdings held, String source) {
        return held.entries().stream()
                .filter(it -> it.source().equals(source))
                .mapToLong(Own::sequence)
                .max()
                .orElse(0);
    }

    private static List<Gap> of(String source, SortedSet<Long> present, long highest) {
        List<Gap> gaps = new ArrayList<>();
        long next = 1;
        for (long sequence : present) {
            if (sequence > next) {
                gaps.add(new Gap(source, next, sequence - 1));
            }
            next = sequence + 1;
        }
        if (highest >= next) {
            gaps.add(new Gap(source, next, highest));
        }
        return gaps;
    }
}
