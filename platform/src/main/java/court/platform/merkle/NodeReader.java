package court.platform.merkle;

/** Where stored subtrees are read back from. */
@FunctionalInterface
public interface NodeReader {

    Hash read(Position position);
}
