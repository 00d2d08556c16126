/** How much of what has to be on the chain is on it (rule RE2): counted where it was told and here, item by item. */
@NullMarked
package court.ledger.coverage;

import org.jspecify.annotations.NullMarked;
