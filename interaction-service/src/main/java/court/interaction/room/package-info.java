/** The room itself: who is in it, and how a respondent is let in. */
@NullMarked
package court.interaction.room;

import org.jspecify.annotations.NullMarked;
