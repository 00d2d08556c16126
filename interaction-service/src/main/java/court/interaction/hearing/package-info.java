/** What the room hears from the other services, and from itself. */
@NullMarked
package court.interaction.hearing;

import org.jspecify.annotations.NullMarked;
