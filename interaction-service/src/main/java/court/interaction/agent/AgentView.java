package court.interaction.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.agent.Mandate.Ended;
import court.platform.contract.Agent;
import court.platform.contract.Agent.Power;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An agent as the court, the represented parties and the agent see it.
 *
 * @param state WAITING, APPROVED, REFUSED or REVOKED
 * @param powers empty means general authority 一般代理
 * @param filed named in the application for enforcement; the letter is among its materials
 * @param reason why it was refused or ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgentView(
        String agentId,
        String state,
        Agent.Kind kind,
        List<Power> powers,
        List<String> represents,
        String name,
        @Nullable String firm,
        @Nullable String licence,
        boolean filed,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    static AgentView of(Mandate mandate) {
        Asked asked = mandate.asked();
        Ended ended = ended(mandate);
        return new AgentView(
                mandate.id(),
                mandate.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                asked.kind(),
                asked.powers(),
                mandate.represents(),
                asked.name().reveal(),
                asked.firm() == null ? null : asked.firm().reveal(),
                asked.licence(),
                asked.letter() == null,
                asked.at(),
                ended != null ? ended.at() : mandate instanceof Mandate.Approved it ? it.at() : null,
                ended == null ? null : ended.reason().reveal());
    }

    private static @Nullable Ended ended(Mandate mandate) {
        return switch (mandate) {
            case Mandate.Refused it -> it.ended();
            case Mandate.Revoked it -> it.ended();
            case Mandate.Waiting _, Mandate.Approved _ -> null;
        };
    }
}
