package court.platform.merkle;

/** What was given is no tile, or not the tile that the tree needs. Nothing in it may be used. */
public final class TileRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TileRejected(String reason) {
        super(reason);
    }
}
