/** The institutions that hold property: how they are asked, and what of their answers can be trusted. */
@NullMarked
package court.asset.institution;

import org.jspecify.annotations.NullMarked;
