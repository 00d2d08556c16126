package court.platform.bundle;

import java.time.Instant;
import java.util.UUID;

/**
 * A sealed package on its way into the intranet. The package and the proof that the ledger knows it travel beside this
 * note as files of their own.
 */
public record Delivery(
        long number,
        String previous,
        String court,
        Instant createdAt,
        UUID caseId,
        UUID packageId,
        Payload payload,
        Proof proof)
        implements Bundle {

    /**
     * The package, one ZIP.
     *
     * @param size in bytes
     * @param sha256 lower-case hex
     * @param sm3 GB/T 32905, lower-case hex
     */
    public record Payload(String name, long size, String sha256, String sm3) {

        public Payload {
            Checks.fileName(name);
            Checks.size(size);
            Checks.digest(sha256);
            Checks.digest(sm3);
        }
    }

    /**
     * The package's own ledger proof (c2sp.org/tlog-proof).
     *
     * @param size in bytes
     * @param sha256 lower-case hex
     */
    public record Proof(String name, long size, String sha256) {

        public Proof {
            Checks.fileName(name);
            Checks.size(size);
            Checks.digest(sha256);
        }
    }

    public Delivery {
        Checks.place(number, previous, court);
        Checks.present(createdAt, caseId, packageId, payload, proof);
        if (!payload.name().equals(BundleFiles.content(number)) || !proof.name().equals(BundleFiles.proof(number))) {
            throw new IllegalArgumentException("files that are not named after the bundle");
        }
    }
}
