/** Which freezes stand in a case, as the asset query service tells it. */
@NullMarked
package court.interaction.freeze;

import org.jspecify.annotations.NullMarked;
