/** The plain words all services share: ids, refusals, changes. Knows no framework. */
@NullMarked
package court.platform.model;

import org.jspecify.annotations.NullMarked;
