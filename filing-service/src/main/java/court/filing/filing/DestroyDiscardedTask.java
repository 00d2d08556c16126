package court.filing.filing;

import court.filing.filing.DiscardedDrafts.Remains;
import court.platform.blob.BlobStore;
import court.platform.vault.DataKeys;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Destroys what a discarded draft has left: first its keys, so that nothing can be read any more wherever it lies, then the
 * bytes. Broken off, it begins again.
 */
@Component
class DestroyDiscardedTask {

    private static final int AT_ONCE = 50;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final DiscardedDrafts drafts;
    private final DataKeys keys;
    private final BlobStore blobs;

    DestroyDiscardedTask(DiscardedDrafts drafts, DataKeys keys, BlobStore blobs) {
        this.drafts = drafts;
        this.keys = keys;
        this.blobs = blobs;
    }

    /** Blocks. */
    void round() {
        List<Remains> all = drafts.toClear(AT_ONCE).block(LONGEST);
        if (all != null) {
            all.forEach(this::destroy);
        }
    }

    private void destroy(Remains it) {
        keys.destroy(it.id(), it.id().toString());
        for (String file : it.files()) {
            keys.destroy(it.id(), file);
            blobs.remove(it.id(), file).block(LONGEST);
        }
        drafts.cleared(it.id()).block(LONGEST);
    }
}
