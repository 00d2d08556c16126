package court.ledger.audit;

/**
 * Something that is not as it was written.
 *
 * @param item which one: a place in the tree, a path, an id; the same each time it is found
 * @param what Chinese, without contents and names
 */
public record Trouble(Spot spot, String item, String what) {}
