package court.platform.blob;

import reactor.core.publisher.Mono;

/** A file that was received and checked and is gone again unless it is kept. */
public final class Received {

    private final Uploaded file;
    private final BlobDraft draft;
    private volatile boolean kept;

    Received(Uploaded file, BlobDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    public Uploaded file() {
        return file;
    }

    /**
     * Keeps it. Whoever refers to it in a row keeps it while that row is locked: then no file is there that nobody refers to,
     * and none is taken away that somebody is about to refer to. Kept already it stays kept.
     */
    public Mono<Void> keep() {
        return BlockingWork.toItsEnd(() -> {
            if (!kept) {
                draft.keep();
                kept = true;
            }
        });
    }

    boolean isKept() {
        return kept;
    }
}
