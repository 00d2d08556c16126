package court.filing.filing;

import court.filing.application.Channel;
import court.platform.contract.FileRef;
import court.platform.contract.FilingEvent;
import court.platform.json.Secret;
import court.platform.scan.Scan;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What lies in a filing from its first day on.
 *
 * @param owner pseudonym of the person who files, or staff id of the clerk who enters it
 * @param form the form as last filled in, sealed as one
 */
record Papers(UUID id, String owner, Channel channel, Secret form, List<Material> materials) {

    private static final int MOST_MATERIALS = 200;

    Papers with(Secret filled) {
        return new Papers(id, owner, channel, filled, materials);
    }

    private Papers with(List<Material> others) {
        return new Papers(id, owner, channel, form, others);
    }

    Papers attach(Material material) {
        if (materials.size() >= MOST_MATERIALS) {
            throw FilingRefusal.TOO_MANY_MATERIALS.because(MOST_MATERIALS);
        }
        return with(Stream.concat(materials.stream(), Stream.of(material)).toList());
    }

    Papers detach(String fileId) {
        if (materials.stream().anyMatch(it -> it.isMadeFrom(fileId))) {
            throw FilingRefusal.IN_A_COMPOSITION.because();
        }
        Material gone = get(fileId);
        return with(materials.stream().filter(it -> !it.equals(gone)).toList());
    }

    Material get(String fileId) {
        return materials.stream()
                .filter(it -> it.file().id().equals(fileId))
                .findFirst()
                .orElseThrow(FilingRefusal.NO_SUCH_MATERIAL::because);
    }

    /** The same, knowing what was found in one file. */
    Papers scanned(String fileId, Scan result) {
        return with(materials.stream()
                .map(it -> it.file().id().equals(fileId) ? it.scanned(result) : it)
                .toList());
    }

    /** The materials as a submission tells them; refuses when there are none. */
    List<FilingEvent.Material> told() {
        if (materials.isEmpty()) {
            throw FilingRefusal.NOTHING_ATTACHED.because();
        }
        return materials.stream().map(Material::told).toList();
    }

    List<FileRef> files() {
        return materials.stream().map(Material::file).toList();
    }
}
