/** The clock everything reads. */
@NullMarked
package court.platform.time;

import org.jspecify.annotations.NullMarked;
