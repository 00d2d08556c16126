/** Freezes 冻结: within the claim and the ruling, for a lawful term, and lifted again. */
@NullMarked
package court.asset.freeze;

import org.jspecify.annotations.NullMarked;
