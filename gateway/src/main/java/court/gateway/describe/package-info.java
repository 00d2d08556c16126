/** The API description of the whole edge as one document. */
@NullMarked
package court.gateway.describe;

import org.jspecify.annotations.NullMarked;
