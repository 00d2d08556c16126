package court.ledger.verify;

import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import java.util.List;

/**
 * Whether the log still begins with the tree that somebody kept.
 *
 * @param path the consistency proof in base64, so that the keeper can check it too
 */
record Comparison(long size, String rootHash, boolean consistent, String detail, List<String> path) {

    /** Whether there can be a proof at all. */
    static boolean isProvable(TreeHead kept, TreeHead signed) {
        return 0 < kept.size() && kept.size() <= signed.size();
    }

    static Comparison of(TreeHead kept, TreeHead signed, Tree tree) {
        if (kept.size() > signed.size()) {
            return new Comparison(
                    kept.size(),
                    kept.root().base64(),
                    false,
                    "账本目前只有 %d 项，少于您保存的 %d 项：尾部已被截去。".formatted(signed.size(), kept.size()),
                    List.of());
        }
        List<Hash> proof = isProvable(kept, signed) ? tree.consistency(kept.size()) : List.of();
        boolean consistent = kept.equals(TreeHead.EMPTY) || Proofs.consistent(kept, signed, proof);
        return new Comparison(
                kept.size(),
                kept.root().base64(),
                consistent,
                consistent ? "账本与您保存的检查点一致，此前各项未变。" : "账本与您保存的检查点不一致：历史已被改写。",
                proof.stream().map(Hash::base64).toList());
    }
}
