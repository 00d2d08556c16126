package court.platform.merkle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The right edge of the tree, where leaves are added.
 *
 * <p>Holds one perfect subtree per binary digit 1 of the size, so adding needs no other node. Not for two threads.
 */
public final class Frontier {

    /** The smallest, rightmost subtree first. */
    private final Deque<Hash> peaks = new ArrayDeque<>();

    private long size;

    private Frontier(long size) {
        this.size = size;
    }

    /** Takes up a tree where it was left; reads the {@link #peaks}. */
    public static Frontier of(long size, NodeReader nodes) {
        Frontier frontier = new Frontier(size);
        peaks(size).forEach(it -> frontier.peaks.addLast(nodes.read(it)));
        return frontier;
    }

    /** Where the perfect subtrees of a tree of this size stand, the smallest first. */
    public static List<Position> peaks(long size) {
        return IntStream.range(0, Long.SIZE - Long.numberOfLeadingZeros(size))
                .filter(level -> (size >> level & 1) == 1)
                .mapToObj(level -> new Position(level, (size >> level) - 1))
                .toList();
    }

    /** Adds a leaf; answers the subtrees that became whole by it, the leaf itself first. */
    public List<Node> append(Hash leaf) {
        List<Node> whole = new ArrayList<>();
        Node last = new Node(new Position(0, size), leaf);
        whole.add(last);
        while ((last.position().index() & 1) == 1) {
            last = new Node(last.position().parent(), Hash.join(peaks.removeFirst(), last.hash()));
            whole.add(last);
        }
        peaks.addFirst(last.hash());
        size++;
        return whole;
    }

    /** Joins the subtrees from the right: RFC 9162 §2.1.1 splits at the largest power of two, so the left is always a peak. */
    public TreeHead head() {
        if (size == 0) {
            return TreeHead.EMPTY;
        }
        Iterator<Hash> fromTheRight = peaks.iterator();
        Hash root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = Hash.join(fromTheRight.next(), root);
        }
        return new TreeHead(size, root);
    }

    public long size() {
        return size;
    }
}
