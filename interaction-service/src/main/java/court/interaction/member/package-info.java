/** Who belongs to a case: the list with its history, assistants, who stands in for the judge, and who may not speak. */
@NullMarked
package court.interaction.member;

import org.jspecify.annotations.NullMarked;
