/** What pictures, recordings and films tell about themselves, read within bounds. */
@NullMarked
package court.platform.media;

import org.jspecify.annotations.NullMarked;
