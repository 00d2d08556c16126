package court.archive.pack;

import court.archive.dossier.Entry;
import court.archive.timeline.Titles;
import court.platform.contract.CourtEvent;
import court.platform.contract.FileRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the dossier as it goes into a package.
 *
 * @param event what it says, opened; null when it cannot be read, which keeps it from nothing but being retold in the volume
 * @param actorId who acted
 * @param files it carries
 */
record Act(Entry entry, @Nullable CourtEvent event, String actorId, List<FileRef> files) {

    String title() {
        return Titles.of(entry.type());
    }

    String path() {
        String source = entry.source().isEmpty() ? "unknown" : entry.source();
        return "facts/%s/%06d-%s.json".formatted(source, entry.sequence(), entry.factId());
    }
}
