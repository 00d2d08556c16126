/** Rulings and assistance notices that freezes rest on. */
@NullMarked
package court.asset.ruling;

import org.jspecify.annotations.NullMarked;
