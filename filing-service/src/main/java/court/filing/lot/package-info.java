/** Drawing a judge by lot, so that anybody can do it again. */
@NullMarked
package court.filing.lot;

import org.jspecify.annotations.NullMarked;
