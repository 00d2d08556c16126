/** The ceremony after a backup was put back: what was shown is brought up again, on record, and witnesses are told. */
@NullMarked
package court.ledger.restore;

import org.jspecify.annotations.NullMarked;
