package court.asset.request;

import court.asset.institution.Asked;
import court.asset.institution.Outcome;
import court.platform.json.Secret;
import java.util.UUID;

/**
 * A request to an institution, under one number for good.
 *
 * <pre>
 *            taken up            answer
 *   Open ───────────▶ Unknown ───────────▶ Answered
 *    │ ▲                │  ▲
 *    │ │ never arrived  │  │ no answer, or one not to be believed
 *    │ └────────────────┤  │
 *    │                  ▼  │
 *    │              Processing ──answer──▶ Answered
 *    └──no longer allowed──▶ Withdrawn
 * </pre>
 *
 * It is unknown from the moment before it is sent, so a crash in the middle never makes it look unsent: what is unknown is
 * asked about by its number and never taken for failed.
 *
 * @param about the query or the freeze it belongs to
 */
public record Request(
        UUID number, UUID caseId, String institution, UUID about, String respondentId, State state, Content content) {

    /**
     * What is asked.
     *
     * @param text the body as it goes out, the same bytes each time; protected
     */
    public record Content(Asked asked, Secret text) {}

    public Asked asked() {
        return content.asked();
    }

    /** How far it has come. */
    public enum State {
        /** surely not with the institution */
        OPEN,
        /** sent, or being sent: it may have arrived */
        UNKNOWN,
        /** the institution has it and works on it */
        PROCESSING,
        /** the result is known */
        ANSWERED,
        /** never sent, because it was no longer allowed */
        WITHDRAWN
    }

    /** Whether it is to be sent, or only asked about. */
    boolean unsent() {
        return state == State.OPEN;
    }

    /** What an exchange makes of it. */
    State after(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> State.ANSWERED;
            case Outcome.Processing _ -> State.PROCESSING;
            case Outcome.NeverArrived _ -> State.OPEN;
            case Outcome.Distrusted _ -> State.UNKNOWN;
            case Outcome.Silent(boolean mayHaveArrived) -> unsent() && mayHaveArrived ? State.UNKNOWN : state;
        };
    }
}
