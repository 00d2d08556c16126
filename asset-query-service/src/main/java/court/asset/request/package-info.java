/** Requests to institutions: durable, sent by themselves, reconciled by number until their outcome is known. */
@NullMarked
package court.asset.request;

import org.jspecify.annotations.NullMarked;
