/** Asking the other services what they have. */
@NullMarked
package court.archive.peer;

import org.jspecify.annotations.NullMarked;
