/** Which judge has which case, how they came to have it, and how it changes hands. */
@NullMarked
package court.filing.assignment;

import org.jspecify.annotations.NullMarked;
