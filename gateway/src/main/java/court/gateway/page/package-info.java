/** The first page people see: files that the gateway hands out as they are, under rules that let nothing foreign in. */
@NullMarked
package court.gateway.page;

import org.jspecify.annotations.NullMarked;
