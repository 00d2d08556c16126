/**
 * Sealed dossiers on their way into the courts' intranets 回传内网归档: each court's packages become numbered, signed
 * bundles, fetched over HTTP or put into a folder, and acknowledged by a note the other way.
 */
@NullMarked
package court.archive.sync;

import org.jspecify.annotations.NullMarked;
