/** What all modules test with: a real database, a real broker, and the house rules. */
@NullMarked
package court.platform.support;

import org.jspecify.annotations.NullMarked;
