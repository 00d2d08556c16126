package court.interaction.agent;

import court.platform.contract.Agent;
import court.platform.contract.Agent.Power;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks for: for whom, and what the letter of authority 授权委托书 allows.
 *
 * @param personKey pseudonym of the agent's verified identity
 * @param powers besides appearing (rule RF7); empty means general authority 一般代理
 * @param name as the agent gives it; the judge compares it with the letter
 * @param letter null when it is among the materials of the filing
 * @param by actor id of who asked; of the service for who was named in the filing
 */
public record Asked(
        String id,
        UUID caseId,
        String personKey,
        Agent.Kind kind,
        List<Power> powers,
        Secret name,
        @Nullable Secret firm,
        @Nullable String licence,
        @Nullable Letter letter,
        String by,
        Instant at) {

    /** The letter of authority as a file. */
    public record Letter(FileRef file, Secret name) {}
}
