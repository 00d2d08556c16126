/** The edge: one address for everybody; who calls, where it goes, what is let through. */
@NullMarked
package court.gateway;

import org.jspecify.annotations.NullMarked;
