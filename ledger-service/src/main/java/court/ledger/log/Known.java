package court.ledger.log;

import court.platform.merkle.Frontier;
import court.platform.model.Digests;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the ledger has before a batch is entered; the tree is locked meanwhile, so it stays true.
 *
 * @param facts of the batch, those already entered
 * @param files of the batch, those that already have a leaf
 * @param unclaimed leaves that were restored and wait for their facts and files, by what is in them
 */
record Known(Frontier frontier, Set<FactKey> facts, Set<FileKey> files, Map<Digests, Deque<Long>> unclaimed) {

    /** The same id with other bytes is another fact, and somebody will want to know. */
    record FactKey(UUID factId, String sha256) {}

    /** The same bytes in two cases are two files. */
    record FileKey(UUID caseId, String sha256) {}
}
