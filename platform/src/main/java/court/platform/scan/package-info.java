/** Looking for malicious software in files that come in. */
@NullMarked
package court.platform.scan;

import org.jspecify.annotations.NullMarked;
