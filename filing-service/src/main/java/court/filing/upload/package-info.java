/** Documents that come in parts 断点续传: begun, continued from any device of the same person, attached when whole. */
@NullMarked
package court.filing.upload;

import org.jspecify.annotations.NullMarked;
