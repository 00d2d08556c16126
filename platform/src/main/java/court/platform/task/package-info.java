/** Work that goes on by itself. */
@NullMarked
package court.platform.task;

import org.jspecify.annotations.NullMarked;
