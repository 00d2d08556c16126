/** The case room 一案一群: court and parties in one place per case. */
@NullMarked
package court.interaction;

import org.jspecify.annotations.NullMarked;
