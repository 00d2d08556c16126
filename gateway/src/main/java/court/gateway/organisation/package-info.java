/** Organisations, who represents them by law, and whom they authorise to act for them. */
@NullMarked
package court.gateway.organisation;

import org.jspecify.annotations.NullMarked;
