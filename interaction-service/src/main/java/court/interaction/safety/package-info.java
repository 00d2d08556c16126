/** What somebody outside thinks of what was said 内容安全, for the court to see: it never alters, delays or stops a word. */
@NullMarked
package court.interaction.safety;

import org.jspecify.annotations.NullMarked;
