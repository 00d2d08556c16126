/** Where requests go: the table of routes, their limits in time and size, and what is told when a service fails. */
@NullMarked
package court.gateway.route;

import org.jspecify.annotations.NullMarked;
