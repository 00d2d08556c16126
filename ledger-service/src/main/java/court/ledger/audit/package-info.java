/** Reads everything again, from the first leaf to the last, and names what is not as it was written. */
@NullMarked
package court.ledger.audit;

import org.jspecify.annotations.NullMarked;
