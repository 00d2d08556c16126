package court.platform.merkle;

/** A perfect subtree that will never change again, so that it may be stored. */
public record Node(Position position, Hash hash) {}
