/** Which judge gets which case. */
@NullMarked
package court.filing.assignment;

import org.jspecify.annotations.NullMarked;
