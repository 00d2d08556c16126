/** Sealing 封卷: when everything of a closed case has arrived, its dossier becomes a package that is never changed again. */
@NullMarked
package court.archive.seal;

import org.jspecify.annotations.NullMarked;
