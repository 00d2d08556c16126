/** The ledger 区块链存证: every fact and file leaves a fingerprint that cannot be changed unnoticed. */
@NullMarked
package court.ledger;

import org.jspecify.annotations.NullMarked;
