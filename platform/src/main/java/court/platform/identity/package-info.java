/** Numbers that tell people and organisations apart, checked by the public rule of their type. Plain Java. */
@NullMarked
package court.platform.identity;

import org.jspecify.annotations.NullMarked;
