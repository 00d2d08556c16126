package court.filing.notice;

import court.platform.contract.Fact;
import court.platform.security.Actor;
import java.util.List;
import java.util.UUID;

/**
 * Something happened to a filing.
 *
 * @param version of the filing after it; tells two of the same kind apart
 * @param courtCode empty while it is a draft
 * @param applicants who is prompted on their side
 * @param actor who did it
 */
public record Occasion(
        UUID caseId, long version, String courtCode, List<Concerned> applicants, Actor actor, List<Fact> facts) {}
