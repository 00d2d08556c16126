package court.platform.merkle;

import java.util.ArrayList;
import java.util.List;

/** Checks proofs without the tree: whoever holds a leaf and a tree head needs to trust nobody. */
public final class Proofs {

    private Proofs() {}

    /** Whether the leaf stands at this place of this tree (RFC 9162 §2.1.3.2). */
    public static boolean includes(TreeHead head, long index, Hash leaf, List<Hash> path) {
        if (index < 0 || index >= head.size() || !leaf.isWhole() || !allWhole(path)) { // step 1
            return false;
        }
        long fn = index; // step 2
        long sn = head.size() - 1;
        Hash r = leaf; // step 3
        for (Hash p : path) { // step 4
            if (sn == 0) { // step 4.a
                return false;
            }
            if (isOdd(fn) || fn == sn) { // step 4.b
                r = Hash.join(p, r);
                int shift = isOdd(fn) ? 0 : trailingZeros(fn);
                fn >>= shift;
                sn >>= shift;
            } else {
                r = Hash.join(r, p);
            }
            fn >>= 1; // step 4.c
            sn >>= 1;
        }
        return sn == 0 && r.equals(head.root()); // step 5
    }

    /**
     * Whether the newer tree begins with the older one (RFC 9162 §2.1.4.2).
     *
     * <p>The RFC leaves out trees of equal size: they agree when their roots do and nothing was sent to prove it. Nothing
     * is ever consistent with an empty tree, because that would prove nothing.
     */
    public static boolean consistent(TreeHead older, TreeHead newer, List<Hash> proof) {
        if (older.size() <= 0 || older.size() > newer.size() || !allWhole(proof)) {
            return false;
        }
        if (older.size() == newer.size()) {
            return proof.isEmpty() && older.root().equals(newer.root());
        }
        if (proof.isEmpty()) { // step 1
            return false;
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(older.size()) == 1) { // step 2
            path.addFirst(older.root());
        }
        return leadsToBoth(older, newer, path);
    }

    private static boolean leadsToBoth(TreeHead older, TreeHead newer, List<Hash> path) {
        int shift = Long.numberOfTrailingZeros(older.size()); // step 4: the ones at the end of size - 1
        long fn = (older.size() - 1) >> shift; // step 3
        long sn = (newer.size() - 1) >> shift;
        Hash fr = path.getFirst(); // step 5
        Hash sr = fr;
        for (Hash c : path.subList(1, path.size())) { // step 6
            if (sn == 0) { // step 6.a
                return false;
            }
            if (isOdd(fn) || fn == sn) { // step 6.b
                fr = Hash.join(c, fr);
                sr = Hash.join(c, sr);
                int zeros = isOdd(fn) ? 0 : trailingZeros(fn);
                fn >>= zeros;
                sn >>= zeros;
            } else {
                sr = Hash.join(sr, c);
            }
            fn >>= 1; // step 6.c
            sn >>= 1;
        }
        return sn == 0 && fr.equals(older.root()) && sr.equals(newer.root()); // step 7
    }

    private static boolean allWhole(List<Hash> proof) {
        return proof.stream().allMatch(Hash::isWhole);
    }

    private static boolean isOdd(long number) {
        return (number & 1) == 1;
    }

    /** How often to shift until the last bit is set; for zero, until the other number is used up as well. */
    private static int trailingZeros(long number) {
        return number == 0 ? 0 : Long.numberOfTrailingZeros(number);
    }
}
