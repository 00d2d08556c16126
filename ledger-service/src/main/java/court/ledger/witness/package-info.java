/** Witnesses 见证方: each checkpoint is shown to those who stand apart, who put their name and the time under it. */
@NullMarked
package court.ledger.witness;

import org.jspecify.annotations.NullMarked;
