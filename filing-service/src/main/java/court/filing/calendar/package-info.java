/** Public holidays as data: announcements imported while the platform runs. */
@NullMarked
package court.filing.calendar;

import org.jspecify.annotations.NullMarked;
