/** The room as a socket: sub-protocol casegroup.v1+json, see docs/api/socket.md. */
@NullMarked
package court.interaction.socket;

import org.jspecify.annotations.NullMarked;
