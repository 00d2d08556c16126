/** How parties outside the court are asked over HTTP. */
@NullMarked
package court.platform.outside;

import org.jspecify.annotations.NullMarked;
