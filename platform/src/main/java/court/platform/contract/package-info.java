/** What services tell each other: every fact of every service, its parties and its files. The wire contract. */
@NullMarked
package court.platform.contract;

import org.jspecify.annotations.NullMarked;
