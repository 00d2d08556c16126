package court.archive.seal;

import court.platform.model.Digests;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package that was sealed: bytes in the blob store under its case and SHA-256.
 *
 * @param id rises within a case
 * @param number 0 for the dossier itself, 1 and up for its supplements
 * @param court code of the case's court
 * @param pages of the volume, numbered ones
 * @param fileId of the package in the fact that tells of it
 * @param name ASCII, ends in {@code .zip}
 * @param size in bytes
 * @param seal C2SP signed note, also in the package
 * @param proof that the package is on the ledger (c2sp.org/tlog-proof); absent until it is
 * @param receivedAt when the court's intranet had checked all of it
 */
public record SealedPackage(
        long id,
        UUID packageId,
        UUID caseId,
        int number,
        String caseNumber,
        String court,
        int pages,
        String fileId,
        String name,
        long size,
        String sha256,
        String sm3,
        String volumeFileId,
        long volumeSize,
        String volumeSha256,
        String volumeSm3,
        String seal,
        @Nullable String proof,
        Instant sealedAt,
        @Nullable Instant receivedAt) {

    public Digests digests() {
        return new Digests(sha256, sm3);
    }

    public Digests volumeDigests() {
        return new Digests(volumeSha256, volumeSm3);
    }
}
