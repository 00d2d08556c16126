/** Formal talks 谈话 and their records 笔录. */
@NullMarked
package court.interaction.talk;

import org.jspecify.annotations.NullMarked;
