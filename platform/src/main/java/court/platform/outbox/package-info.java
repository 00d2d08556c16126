/** Speaking: one write unit, one outbox table, one relay that leads per service. */
@NullMarked
package court.platform.outbox;

import org.jspecify.annotations.NullMarked;
