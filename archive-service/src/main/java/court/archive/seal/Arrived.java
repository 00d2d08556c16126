package court.archive.seal;

import court.archive.peer.Peers.Spoken;
import court.platform.contract.DossierEvent.Cut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether all that was spoken of a case has arrived, compared by ids.
 *
 * @param spoken by source, asked for before the other two: what is spoken later is for a supplement
 * @param entries ids of the dossier's entries and of the views in the register
 * @param leaves ids of the facts on the ledger
 */
record Arrived(Map<String, List<Spoken>> spoken, Set<UUID> entries, Set<UUID> leaves) {

    /** What is missing, source by source; empty when nothing is. */
    List<Lag> lags() {
        return spoken.entrySet().stream()
                .map(it -> lag(it.getKey(), it.getValue()))
                .filter(it -> !it.isNone())
                .sorted(Comparator.comparing(Lag::source))
                .toList();
    }

    private Lag lag(String source, List<Spoken> facts) {
        return new Lag(
                source,
                facts.stream()
                        .filter(it -> !it.kind().equals("OPERATION") && !entries.contains(it.factId()))
                        .count(),
                facts.stream()
                        .filter(it -> !it.kind().equals("OPERATION") && !leaves.contains(it.factId()))
                        .count());
    }

    /** The last sequence of every source that has spoken. */
    List<Cut> cut() {
        return spoken.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> new Cut(
                        it.getKey(),
                        it.getValue().stream().mapToLong(Spoken::sequence).max().orElse(0)))
                .sorted(Comparator.comparing(Cut::source))
                .toList();
    }
}
