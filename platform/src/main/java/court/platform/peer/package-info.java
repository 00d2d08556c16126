/** How one service asks another: as itself, with short patience. */
@NullMarked
package court.platform.peer;

import org.jspecify.annotations.NullMarked;
