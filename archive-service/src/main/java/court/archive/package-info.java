/** The e-dossier 电子卷宗 of every case. */
@NullMarked
package court.archive;

import org.jspecify.annotations.NullMarked;
