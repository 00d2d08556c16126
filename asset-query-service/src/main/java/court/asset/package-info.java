/** Property query and control 财产查控: institutions are asked, property is frozen within the claim and released again. */
@NullMarked
package court.asset;

import org.jspecify.annotations.NullMarked;
