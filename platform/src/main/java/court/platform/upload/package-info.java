/** Uploads that can be cut and resumed (tus 1.0): their bytes until they are whole, and how the protocol speaks. */
@NullMarked
package court.platform.upload;

import org.jspecify.annotations.NullMarked;
