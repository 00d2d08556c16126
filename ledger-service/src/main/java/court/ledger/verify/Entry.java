package court.ledger.verify;

import court.ledger.log.Flaw;
import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.note.Leaf;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One fact or file of a case as the ledger has it stored, not yet believed.
 *
 * @param index its place in the tree
 * @param stated what the ledger's list says it is; kind ACT, ACCESS, or FILE
 * @param sha256 as written down beside it
 * @param sm3 as written down beside it
 * @param leaf absent when the leaf is gone or unreadable
 * @param body the stored bytes, for facts only
 */
record Entry(
        long index,
        Stated stated,
        String flaws,
        String sha256,
        String sm3,
        @Nullable Leaf leaf,
        @Nullable ByteBuffer body,
        Instant receivedAt,
        @Nullable Instant enteredAt) {

    /** What is wrong with its leaf, or with the way from there to the signed root. */
    Optional<Finding> troubleInTheTree(Tree tree, TreeHead signed) {
        if (leaf == null) {
            return Optional.of(Finding.missing(Place.LEAF, "第 %d 项不在账本中".formatted(index)));
        }
        if (index >= signed.size()) {
            return Optional.of(Finding.missing(Place.TREE, "第 %d 项不在已签名的账本内".formatted(index)));
        }
        Hash hash = leaf.hash();
        if (!hash.equals(tree.leaf(index))
                || !leaf.digests().sha256().equals(sha256)
                || !leaf.digests().sm3().equals(sm3)) {
            return Optional.of(Finding.damaged(Place.LEAF, "第 %d 项与记入时不同".formatted(index)));
        }
        return Proofs.includes(signed, index, hash, tree.inclusion(index))
                ? Optional.empty()
                : Optional.of(Finding.damaged(Place.TREE, "第 %d 项不能推导出已签名的根".formatted(index)));
    }

    /** What was already wrong when it came. */
    Optional<Finding> troubleOnArrival() {
        return flaws.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.damaged(
                        Place.ARRIVAL,
                        Arrays.stream(Flaw.values())
                                .filter(it -> flaws.contains(it.name()))
                                .map(Flaw::sentence)
                                .collect(Collectors.joining("；"))));
    }
}
