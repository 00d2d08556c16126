package court.filing.filing;

import court.platform.blob.Uploaded;
import court.platform.contract.FileRef;
import court.platform.contract.FilingEvent;
import court.platform.json.PlainText;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.scan.Scan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document attached to a filing 立案材料; its name is protected, because it may tell who it is about.
 *
 * @param scan what became of looking for malicious software in it; null for what came before anybody looked
 * @param madeFrom ids of the pictures it was put together from, in order; null for what came as it is
 */
record Material(
        String kind,
        Secret name,
        FileRef file,
        @Nullable Scan scan,
        @Nullable List<String> madeFrom) {

    private static final int LONGEST_KIND = 40;

    Material(String kind, Secret name, FileRef file) {
        this(kind, name, file, null, null);
    }

    /** An uploaded file as a document of this kind. */
    static Material of(UUID filing, String kind, Uploaded it, Instant now) {
        var digests = it.digests();
        return new Material(
                kind(kind),
                new Secret(filing.toString(), PlainText.check(it.fileName())),
                new FileRef(Uuid7.at(now).toString(), it.mediaType(), it.size(), digests.sha256(), digests.sm3()),
                it.scan(),
                null);
    }

    /** What a document is called by kind, or a refusal. */
    static String kind(String told) {
        String kind = PlainText.check(told.strip());
        if (kind.isEmpty() || kind.length() > LONGEST_KIND) {
            throw FilingRefusal.KIND_MISSING.because();
        }
        return kind;
    }

    /** Taken while no scanner answered. */
    boolean isUnscanned() {
        return scan != null && scan.state() == Scan.State.NOT_SCANNED;
    }

    /** Quarantined: nobody is given its bytes, and it stands for nothing. */
    boolean isInfected() {
        return scan != null && scan.isInfected();
    }

    void mustBeUsable() {
        if (isInfected()) {
            throw FilingRefusal.MATERIAL_INFECTED.because(scan == null ? "" : String.valueOf(scan.found()));
        }
    }

    Material scanned(Scan result) {
        return new Material(kind, name, file, result, madeFrom);
    }

    boolean isMadeFrom(String fileId) {
        return madeFrom != null && madeFrom.contains(fileId);
    }

    Material madeFrom(List<String> pages) {
        return new Material(kind, name, file, scan, List.copyOf(pages));
    }

    FilingEvent.Material told() {
        return new FilingEvent.Material(file.id(), kind, name, madeFrom);
    }
}
