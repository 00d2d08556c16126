/** Saying something in the room, in words or with a file, to whom the sender chooses. */
@NullMarked
package court.interaction.message;

import org.jspecify.annotations.NullMarked;
