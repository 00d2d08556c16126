/** How far members have read in their streams, and what they have not read yet. */
@NullMarked
package court.interaction.reading;

import org.jspecify.annotations.NullMarked;
