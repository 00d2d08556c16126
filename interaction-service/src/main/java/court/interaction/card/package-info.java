/** Cards: what facts look like in the room. */
@NullMarked
package court.interaction.card;

import org.jspecify.annotations.NullMarked;
