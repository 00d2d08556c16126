/** JSON with one form for the same content: canonical text, and protected values that are never written in the clear. */
@NullMarked
package court.platform.json;

import org.jspecify.annotations.NullMarked;
