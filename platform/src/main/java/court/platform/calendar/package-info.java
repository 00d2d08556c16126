/** Legal time 期间: the calendar of working days, and terms derived from it. Plain Java. */
@NullMarked
package court.platform.calendar;

import org.jspecify.annotations.NullMarked;
