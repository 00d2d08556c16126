/** Applications for enforcement, from draft to acceptance. */
@NullMarked
package court.filing.filing;

import org.jspecify.annotations.NullMarked;
