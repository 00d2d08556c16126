/** Online filing 网上立案. */
@NullMarked
package court.filing;

import org.jspecify.annotations.NullMarked;
