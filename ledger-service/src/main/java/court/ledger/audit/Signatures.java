package court.ledger.audit;

import court.ledger.audit.AuditRows.StoredCheckpoint;
import court.ledger.audit.AuditRows.StoredCosignature;
import court.ledger.log.Publication;
import court.ledger.log.RowSeal;
import court.ledger.log.SealedRows.CosignatureRow;
import court.ledger.witness.Witnesses;
import court.platform.merkle.Frontier;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every tree head that was signed or cosigned, against the tree as it is when the walk comes by. */
@Component
class Signatures {

    private final AuditRows rows;
    private final RowSeal seal;
    private final Publication publication;
    private final Witnesses witnesses;

    Signatures(AuditRows rows, RowSeal seal, Publication publication, Witnesses witnesses) {
        this.rows = rows;
        this.seal = seal;
        this.publication = publication;
        this.witnesses = witnesses;
    }

    /** What was signed over trees that end in this stretch. */
    Stretch of(long from, long to) {
        return new Stretch(
                rows.checkpoints(from, to).stream()
                        .collect(Collectors.toMap(it -> it.row().size(), it -> it)),
                rows.cosignatures(from, to).stream()
                        .collect(Collectors.groupingBy(it -> it.row().size())));
    }

    record Stretch(Map<Long, StoredCheckpoint> checkpoints, Map<Long, List<StoredCosignature>> cosignatures) {}

    /**
     * Compares what was signed over a tree of this size.
     *
     * @param previous size of the checkpoint before
     * @return the size of the checkpoint, or the one before when there is none of this size
     */
    long check(Stretch stretch, Frontier walked, long previous, Consumer<Trouble> troubles) {
        StoredCheckpoint stored = stretch.checkpoints().get(walked.size());
        if (stored == null) {
            return previous;
        }
        TreeHead head = walked.head();
        String item = "size " + head.size();
        if (stored.row().previous() != previous) {
            troubles.accept(new Trouble(Spot.CHECKPOINT, item + " before", "其前一个检查点不在或不是原来的"));
        }
        if (!seal.holds(stored.row(), stored.seal())) {
            troubles.accept(new Trouble(Spot.CHECKPOINT, item, "登记的内容与写入时不同"));
        }
        try {
            if (!signed(stored.row().note()).equals(head)) {
                troubles.accept(new Trouble(Spot.CHECKPOINT, item + " root", "所签的根与重新计算的不同"));
            }
        } catch (NoteRejected unsigned) {
            troubles.accept(new Trouble(Spot.CHECKPOINT, item + " note", "签名不成立"));
        }
        stretch.cosignatures()
                .getOrDefault(head.size(), List.of())
                .forEach(it -> check(stored.row().note(), it, troubles));
        return head.size();
    }

    /** By the Ed25519 line; the SM2 line, many times dearer to check, is covered by the seal. */
    private TreeHead signed(String note) {
        return Checkpoint.parse(
                        SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).open(List.of(publication.key())))
                .head();
    }

    /** A line of a witness that is not listed any more is covered by the seal alone. */
    private void check(String note, StoredCosignature stored, Consumer<Trouble> troubles) {
        CosignatureRow row = stored.row();
        boolean isAnswer = witnesses.keys().stream()
                .filter(it -> it.name().equals(row.witness()))
                .allMatch(key -> holds(note, row, key));
        if (!isAnswer || !seal.holds(row, stored.seal())) {
            troubles.accept(new Trouble(Spot.COSIGNATURE, row.size() + " " + row.witness(), "见证签名与检查点或写入时不符"));
        }
    }

    private static boolean holds(String note, CosignatureRow row, NoteKey key) {
        try {
            return SignedNote.parse((note + row.line()).getBytes(StandardCharsets.UTF_8))
                    .cosignedAt(key)
                    .filter(row.cosignedAt()::equals)
                    .isPresent();
        } catch (NoteRejected unreadable) {
            return false;
        }
    }
}
