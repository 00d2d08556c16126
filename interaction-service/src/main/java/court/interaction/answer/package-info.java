/** How long parties wait for the court's answer. */
@NullMarked
package court.interaction.answer;

import org.jspecify.annotations.NullMarked;
