/** Case numbers without gaps. */
@NullMarked
package court.filing.numbering;

import org.jspecify.annotations.NullMarked;
