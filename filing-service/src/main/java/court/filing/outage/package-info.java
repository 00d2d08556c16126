/** When the platform could not be used: recorded by itself and by operations, served as evidence. */
@NullMarked
package court.filing.outage;

import org.jspecify.annotations.NullMarked;
