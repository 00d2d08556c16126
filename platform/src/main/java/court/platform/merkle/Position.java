package court.platform.merkle;

/**
 * Where a perfect subtree stands: it covers the leaves from {@code index << level} on, {@code 1 << level} of them.
 *
 * @param level 0 for leaves
 */
public record Position(int level, long index) {

    Position parent() {
        return new Position(level + 1, index >> 1);
    }
}
