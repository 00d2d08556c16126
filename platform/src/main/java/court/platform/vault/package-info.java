/** Keys: master keys behind a port, a data key per case and person, pseudonyms. */
@NullMarked
package court.platform.vault;

import org.jspecify.annotations.NullMarked;
