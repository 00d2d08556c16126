/**
 * Checks a file against its {@code .tlog-proof} without any network 离线核验: {@code java -jar verifier.jar FILE PROOF KEYS}.
 *
 * <p>{@code KEYS} is a file with the lines that {@code GET /api/v1/ledger/keys} gives, kept from before or carried over by hand:
 * who fetches them together with the proof believes whoever sent both. Ends with 0 when the proof holds, 1 when it does
 * not, 2 when something cannot be read.
 */
@NullMarked
package court.deploy.verifier;

import org.jspecify.annotations.NullMarked;
