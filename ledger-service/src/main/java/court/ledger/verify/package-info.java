/** Verification 核验: reads everything of a case again and says what is intact, what is not, and where. */
@NullMarked
package court.ledger.verify;

import org.jspecify.annotations.NullMarked;
