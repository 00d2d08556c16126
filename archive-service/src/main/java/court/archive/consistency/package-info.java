/** Whether the acts spoken, the ledger's leaves and the dossier's entries are the same. */
@NullMarked
package court.archive.consistency;

import org.jspecify.annotations.NullMarked;
