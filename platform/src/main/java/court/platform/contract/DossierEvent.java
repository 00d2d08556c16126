package court.platform.contract;

import java.time.Instant;
import java.util.List;

/** What the archive tells: topic {@code court.dossier.v1}. For the court alone. */
public sealed interface DossierEvent extends CourtEvent {

    /** How far a package reaches: the last fact of this source that lies in it. */
    record Cut(String source, long sequence) {}

    /**
     * The dossier, or a supplement of it, is sealed 封卷. Its package and its volume stand in the fact's list of files under
     * these ids, so that their digests are on the ledger.
     *
     * @param number 0 for the dossier itself, 1 and up for its supplements
     * @param seal C2SP signed note over the digest of the package's tag manifest
     * @param pages of the volume
     */
    record DossierSealed(
            String packageId,
            int number,
            List<Cut> cut,
            String packageFileId,
            String volumeFileId,
            String seal,
            int pages)
            implements DossierEvent {}

    /**
     * The court's intranet has the package and has checked all of it 内网接收.
     *
     * @param bundleNumber in which bundle it travelled
     * @param receivedBy name of the key that signed the acknowledgement
     */
    record DossierReceived(String packageId, long bundleNumber, Instant receivedAt, String receivedBy)
            implements DossierEvent {}

    /** The court's intranet refuses the package. */
    record DossierRejected(String packageId, long bundleNumber, String reason, String rejectedBy)
            implements DossierEvent {}
}
