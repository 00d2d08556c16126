/**
 * The agent inside a court's intranet 内网归档代理. It fetches the court's bundles in order, checks everything in them
 * without asking anybody, stores what is right, and answers each with a signed acknowledgement.
 *
 * <p>Settings are environment variables:
 *
 * <ul>
 *   <li>{@code COURT_AGENT_COURT}: the court's code, such as 沪0117
 *   <li>{@code COURT_AGENT_DATA}: folder of the archive, the journal and what is under way
 *   <li>{@code COURT_AGENT_KEY}: file with the agent's own Ed25519 key, PKCS #8 in PEM; its name in signatures is
 *       {@code intranet-agent/} and the court's code
 *   <li>{@code COURT_AGENT_TRUSTED}: folder with {@code ledger.vkey}, {@code seal.vkey}, {@code bundles.vkey}, each one
 *       C2SP verifier key line, carried over by hand; the agent waits until all three are there
 *   <li>{@code COURT_AGENT_GATEWAY}, {@code COURT_AGENT_CLIENTID}, {@code COURT_AGENT_CLIENTSECRET}: fetch over HTTP
 *   <li>{@code COURT_AGENT_INBOX}, {@code COURT_AGENT_OUTBOX}: folders that a one-way gate fills and empties; instead of
 *       HTTP or besides it
 *   <li>{@code COURT_AGENT_POLLMILLIS}: how often to look, 1000 unless told
 *   <li>{@code SERVER_ADDRESS}, {@code SERVER_PORT}: {@code GET /status}, 127.0.0.1:8091 unless told
 *   <li>{@code MANAGEMENT_SERVER_ADDRESS}, {@code MANAGEMENT_SERVER_PORT}: {@code GET /actuator/health/readiness},
 *       127.0.0.1:9091 unless told
 * </ul>
 *
 * <p>In the data folder:
 *
 * <pre>
 *   archive/COURT/YEAR/CASE NUMBER/NUMBER-PACKAGE ID/   package.zip, package.tlog-proof, bundle.note
 *   rejected/00000007/                                  the same, and reason.txt
 *   acknowledgements/acknowledgement-00000007.note      what was answered, also after it was handed in
 *   journal                                             one line per bundle dealt with; the only state there is
 *   report.json                                         next number, gaps, refused notes, last error: as GET /status
 *   work/                                               downloads under way; may be deleted while the agent is stopped
 * </pre>
 *
 * <p>Every step may be the last before a power cut: what is not in the journal is done again, what is in the journal is
 * never done twice.
 */
@NullMarked
package court.deploy.agent;

import org.jspecify.annotations.NullMarked;
