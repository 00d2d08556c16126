/**
 * What crosses the border between the internet side and a court's intranet 内外网交换: numbered, signed bundles in one
 * direction, acknowledgements in the other. Plain Java: both sides read it with the same code.
 */
@NullMarked
package court.platform.bundle;

import org.jspecify.annotations.NullMarked;
