/** A case's clock and its room: what the room tells that ends limits, and what the room is told about limits. */
@NullMarked
package court.filing.room;

import org.jspecify.annotations.NullMarked;
