package court.platform.merkle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The tree as it was at one size; makes the proofs that {@link Proofs} checks. */
public final class Tree {

    private final long size;
    private final NodeReader nodes;

    public Tree(long size, NodeReader nodes) {
        this.size = size;
        this.nodes = nodes;
    }

    /** Which stored nodes a piece of work on the tree of this size will read: to fetch them all at once beforehand. */
    public static Set<Position> needed(long size, Consumer<Tree> work) {
        Set<Position> positions = new LinkedHashSet<>();
        work.accept(new Tree(size, position -> {
            positions.add(position);
            return Hash.EMPTY_TREE; // which nodes are read never hangs on their content
        }));
        return positions;
    }

    public TreeHead head() {
        return size == 0 ? TreeHead.EMPTY : new TreeHead(size, subtree(0, size));
    }

    public Hash leaf(long index) {
        require(0 <= index && index < size, "no leaf " + index);
        return nodes.read(new Position(0, index));
    }

    /** The inclusion path PATH(m, D_n) of one leaf (RFC 9162 §2.1.3.1), the nearest neighbour first. */
    public List<Hash> inclusion(long index) {
        require(0 <= index && index < size, "no leaf " + index);
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /** The proof PROOF(m, D_n) that the tree of {@code older} leaves is the beginning of this one (RFC 9162 §2.1.4.1). */
    public List<Hash> consistency(long older) {
        require(0 < older && older <= size, "no tree of " + older);
        List<Hash> proof = new ArrayList<>();
        subproof(older, 0, size, proof);
        return proof;
    }

    private void path(long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long split = split(start, end);
        if (index < split) {
            path(index, start, split, path);
            path.add(subtree(split, end));
        } else {
            path(index, split, end, path);
            path.add(subtree(start, split));
        }
    }

    private void subproof(long older, long start, long end, List<Hash> proof) {
        if (older == end) {
            if (start > 0) { // the older tree itself is known to who asks
                proof.add(subtree(start, end));
            }
            return;
        }
        long split = split(start, end);
        if (older <= split) {
            subproof(older, start, split, proof);
            proof.add(subtree(split, end));
        } else {
            subproof(older, split, end, proof);
            proof.add(subtree(start, split));
        }
    }

    private Hash subtree(long start, long end) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.read(new Position(level, start >> level));
        }
        long split = split(start, end);
        return Hash.join(subtree(start, split), subtree(split, end));
    }

    /** The largest power of two below the length, from the start. */
    private static long split(long start, long end) {
        return start + Long.highestOneBit(end - start - 1);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
