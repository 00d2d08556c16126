package court.deploy.simulators.institution;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that was carried out, with its result: the first one, given again whenever the same request comes again.
 *
 * @param kind queries, freezes or unfreezes
 * @param sha256 of the body, in hexadecimal
 * @param answerFrom until then it is said to be under way
 */
record Handled(
        String requestNumber,
        String kind,
        String caseNumber,
        String staffId,
        String sha256,
        ObjectNode result,
        Instant receivedAt,
        Instant answerFrom) {}
