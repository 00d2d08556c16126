/** Files on their way to a room in parts. */
@NullMarked
package court.interaction.upload;

import org.jspecify.annotations.NullMarked;
