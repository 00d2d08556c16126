/**
 * A witness 见证方 of logs: it remembers the last tree it saw of each, and puts its name and the time under a newer one only
 * if that begins with the last (c2sp.org/tlog-witness, c2sp.org/tlog-cosignature). So whoever rewrites a log would have to
 * bring the witness to forget. It knows nothing of what is in a log and stands on a machine, and under an owner, of its own.
 *
 * <p>Settings are environment variables:
 *
 * <ul>
 *   <li>{@code COURT_WITNESS_NAME}: its name in signatures
 *   <li>{@code COURT_WITNESS_KEY}: file with its own Ed25519 key, PKCS #8 in PEM
 *   <li>{@code COURT_WITNESS_LOGS}: folder with the keys of the logs it watches, one C2SP verifier key line in each file
 *       {@code *.vkey}, carried over by hand; the key's name is the log's origin
 *   <li>{@code COURT_WITNESS_DATA}: folder of what it saw last, one file for each log; a witness that loses it would believe
 *       anything once, so it is backed up, and never taken from an older backup
 *   <li>{@code SERVER_ADDRESS}, {@code SERVER_PORT}: {@code POST /add-checkpoint}, {@code POST /add-restoration},
 *       {@code GET /key}; 127.0.0.1:8092 unless told
 *   <li>{@code MANAGEMENT_SERVER_ADDRESS}, {@code MANAGEMENT_SERVER_PORT}: {@code GET /actuator/health/readiness},
 *       127.0.0.1:9092 unless told
 * </ul>
 *
 * <p>A log that was restored from a backup says so, signed; that is kept beside what was seen ({@code *.restorations}). When the
 * log lost leaves that were seen here, nothing is cosigned any more until whoever runs the witness stops it and calls it
 * once with {@code accept <file with the signed statement>}.
 */
@NullMarked
package court.deploy.witness;

import org.jspecify.annotations.NullMarked;
