/** Closing a case 结案. */
@NullMarked
package court.interaction.closing;

import org.jspecify.annotations.NullMarked;
