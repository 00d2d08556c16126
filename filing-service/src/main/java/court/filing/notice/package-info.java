/** Who is prompted at which step of a filing, and reminded of a day that comes near. */
@NullMarked
package court.filing.notice;

import org.jspecify.annotations.NullMarked;
