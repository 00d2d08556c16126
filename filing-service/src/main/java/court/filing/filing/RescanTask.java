package court.filing.filing;

import court.filing.filing.ScanRows.ToScan;
import court.platform.blob.BlobStore;
import court.platform.scan.Scan;
import court.platform.scan.VirusScan;
import court.platform.vault.KeyDestroyed;
import court.platform.vault.SealBroken;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks into files that were taken while the scanner was away, once it answers again 病毒补查. */
@Component
class RescanTask {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Rescans rescans;
    private final BlobStore blobs;
    private final VirusScan scanner;
    private final Clock clock;
    private final Duration again;

    RescanTask(
            Rescans rescans,
            BlobStore blobs,
            VirusScan scanner,
            Clock clock,
            @Value("${court.scan.again-after:10m}") Duration again) {
        this.rescans = rescans;
        this.blobs = blobs;
        this.scanner = scanner;
        this.clock = clock;
        this.again = again;
    }

    /** Blocks. Ends with the first file that gets no answer: the scanner is away, or it is too large for it. */
    void round() {
        List<ToScan> all = rescans.next(clock.instant(), again).block(LONGEST);
        for (ToScan it : all == null ? List.<ToScan>of() : all) {
            if (!answered(it)) {
                return;
            }
        }
    }

    private boolean answered(ToScan it) {
        Scan result = look(it);
        boolean answered = result.state() != Scan.State.NOT_SCANNED;
        (answered ? rescans.record(it, result) : rescans.later(it, clock.instant())).block(LONGEST);
        return answered;
    }

    private Scan look(ToScan it) {
        try (SeekableByteChannel content = blobs.open(it.filingId(), it.sha256())) {
            return scanner.look(content);
        } catch (IOException | SealBroken | KeyDestroyed unreadable) {
            rescans.later(it, clock.instant()).block(LONGEST); // the others do not wait behind it
            throw new IllegalStateException("file " + it.fileId() + " of " + it.filingId(), unreadable);
        }
    }
}
