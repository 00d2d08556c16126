package court.platform.inbox;

import court.platform.contract.CourtEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A fact understood: what happened, in which case, when, and who may see it. */
public record Heard(UUID factId, UUID caseId, Instant time, List<String> audience, CourtEvent event) {}
