/** How the gateway asks parties outside the court. */
@NullMarked
package court.gateway.outside;

import org.jspecify.annotations.NullMarked;
