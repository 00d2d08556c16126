package court.archive.pack;

import court.platform.contract.DossierEvent.Cut;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What package is to be made.
 *
 * @param after how far the package before it reaches; empty for the dossier itself
 * @param cut how far this one reaches
 * @param views numbers that were views of protected data and so stand in no package; of the whole case
 */
public record Order(
        UUID packageId, UUID caseId, int number, List<Cut> after, List<Cut> cut, List<Cut> views, Instant sealedAt) {

    public Order {
        after = List.copyOf(after);
        cut = List.copyOf(cut);
        views = List.copyOf(views);
    }

    boolean takes(String source, long sequence) {
        return sequence > last(after, source) && reaches(source, sequence);
    }

    /** Also true of what lies in an earlier package. */
    boolean reaches(String source, long sequence) {
        return sequence <= last(cut, source);
    }

    /** Those between the two cuts: with the acts they make every number, so that whoever counts finds no hole. */
    List<Cut> skipped() {
        return views.stream()
                .filter(it -> takes(it.source(), it.sequence()))
                .sorted(Comparator.comparing(Cut::source).thenComparing(Cut::sequence))
                .toList();
    }

    private static long last(List<Cut> cuts, String source) {
        return cuts.stream()
                .filter(it -> it.source().equals(source))
                .mapToLong(Cut::sequence)
                .max()
                .orElse(0);
    }
}
