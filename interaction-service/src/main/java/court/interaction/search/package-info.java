/** What each reader of a room reads, in order and without gaps. */
@NullMarked
package court.interaction.search;

import org.jspecify.annotations.NullMarked;
