/** A case as property control knows it: whose property may be looked for, up to which amount, and by whom. */
@NullMarked
package court.asset.matter;

import org.jspecify.annotations.NullMarked;
