/** The service's own signing keys, kept wrapped in its database. */
@NullMarked
package court.platform.signing;

import org.jspecify.annotations.NullMarked;
