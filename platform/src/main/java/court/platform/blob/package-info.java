/** Files of a case: received, checked, kept encrypted, given out again. */
@NullMarked
package court.platform.blob;

import org.jspecify.annotations.NullMarked;
