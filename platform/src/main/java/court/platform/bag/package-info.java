/**
 * Packages as libraries and archives hand them on (BagIt, RFC 8493), each in one ZIP file with a seal: written with
 * bounded memory, checked without unpacking. Knows no framework.
 */
@NullMarked
package court.platform.bag;

import org.jspecify.annotations.NullMarked;
