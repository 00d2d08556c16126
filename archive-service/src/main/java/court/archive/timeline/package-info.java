/** The one timeline of a case, each reader's own part of it. */
@NullMarked
package court.archive.timeline;

import org.jspecify.annotations.NullMarked;
