/** What lies in a sealed package and in what order: facts, files, volume, proofs. */
@NullMarked
package court.archive.pack;

import org.jspecify.annotations.NullMarked;
