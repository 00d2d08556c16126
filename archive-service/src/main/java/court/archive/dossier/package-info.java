/** Every act an entry of its case's dossier at once, byte for byte; views of protected data in a register of their own. */
@NullMarked
package court.archive.dossier;

import org.jspecify.annotations.NullMarked;
