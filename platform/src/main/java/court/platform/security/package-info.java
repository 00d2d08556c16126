/** Who is calling, and which cases they belong to. */
@NullMarked
package court.platform.security;

import org.jspecify.annotations.NullMarked;
