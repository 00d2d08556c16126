package court.ledger.merkle;

/** Where stored subtrees are read back from. */
@FunctionalInterface
public interface NodeReader {

    Hash read(Position position);
}
