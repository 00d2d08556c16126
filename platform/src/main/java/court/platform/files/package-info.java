/** Writing files so that they survive a power cut. Knows no framework. */
@NullMarked
package court.platform.files;

import org.jspecify.annotations.NullMarked;
