/** The log 区块链存证: takes in every fact and file, gives each its leaf, signs the tree. */
@NullMarked
package court.ledger.log;

import org.jspecify.annotations.NullMarked;
