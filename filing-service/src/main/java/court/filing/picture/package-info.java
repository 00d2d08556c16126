/** Photographs of the pages of a paper, put together as one document. */
@NullMarked
package court.filing.picture;

import org.jspecify.annotations.NullMarked;
