/** Limits that run: what the law gives, when each ends, and what moved it. */
@NullMarked
package court.filing.deadline;

import org.jspecify.annotations.NullMarked;
