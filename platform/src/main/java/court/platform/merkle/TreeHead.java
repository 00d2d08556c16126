package court.platform.merkle;

/** What the whole tree was at one size: the one figure that fixes every leaf before it. */
public record TreeHead(long size, Hash root) {

    public static final TreeHead EMPTY = new TreeHead(0, Hash.EMPTY_TREE);
}
