package court.archive.seal;

import court.platform.contract.DossierEvent.Cut;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The sealing of one dossier 封卷, or of one supplement of it 补充卷.
 *
 * <pre>
 *   Waiting ──reach──▶ Packing ──seal──▶ Sealed
 *   until all spoken    cut, id and time      package and fact written
 *   has arrived         are fixed             in one transaction
 * </pre>
 *
 * <p>What a package is made of is fixed before it is made, so whoever takes it up after a crash makes the same one.
 */
sealed interface Sealing {

    UUID caseId();

    /** 0 for the dossier itself, 1 and up for its supplements. */
    int number();

    /** Until the ledger and the dossier have all that was spoken. */
    record Waiting(UUID caseId, int number) implements Sealing {

        /** Everything has arrived: this far the package will reach. */
        Packing reach(List<Cut> cut, UUID packageId, Instant now) {
            return new Packing(caseId, number, packageId, cut, now);
        }
    }

    /** The package is being made, perhaps not for the first time. */
    record Packing(UUID caseId, int number, UUID packageId, List<Cut> cut, Instant sealedAt) implements Sealing {

        public Packing {
            cut = List.copyOf(cut);
        }

        Sealed seal() {
            return new Sealed(caseId, number, packageId, cut);
        }
    }

    /** Nothing changes it any more; later acts go into a supplement. */
    record Sealed(UUID caseId, int number, UUID packageId, List<Cut> cut) implements Sealing {

        /** Whether this act came after the cut. */
        boolean lacks(String source, long sequence) {
            return sequence > Cuts.of(cut, source);
        }

        Waiting supplement() {
            return new Waiting(caseId, number + 1);
        }
    }
}
