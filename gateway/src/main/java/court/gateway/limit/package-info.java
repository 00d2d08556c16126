/** How often the sign-in paths may be tried. */
@NullMarked
package court.gateway.limit;

import org.jspecify.annotations.NullMarked;
