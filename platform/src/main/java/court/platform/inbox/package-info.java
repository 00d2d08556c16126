/** Listening: each fact handled once, in order per case; what cannot be handled waits with its case. */
@NullMarked
package court.platform.inbox;

import org.jspecify.annotations.NullMarked;
